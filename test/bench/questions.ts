import { readFileSync } from 'node:fs';
import { isHoldout } from '../support/holdout.ts';

/** A labelled question: the id of its answer, or null when no answer fits. */
export interface Labelled {
  readonly text: string;
  readonly id: string | null;
  readonly style: string;
}

export interface FollowUp {
  readonly first: string;
  readonly then: string;
  readonly id: string;
}

export interface TwoPart {
  readonly text: string;
  readonly ids: readonly string[];
}

/** The labelled questions of one half: to develop on, or only ever to be scored. */
export interface QuestionSet {
  readonly singles: readonly Labelled[];
  readonly offTopic: readonly Labelled[];
  readonly groupTalk: readonly Labelled[];
  readonly followUps: readonly FollowUp[];
  readonly twoPart: readonly TwoPart[];
}

/** Reads `test/questions/*.jsonl` and keeps one half. */
export function readQuestions(folder: string, half: 'development' | 'holdout'): QuestionSet {
  const mine = (text: string): boolean => isHoldout(text) === (half === 'holdout');
  const read = <T>(name: string): T[] =>
    readFileSync(`${folder}/${name}.jsonl`, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as T);
  const labelled = (name: string): Labelled[] =>
    read<Partial<Labelled> & { text: string }>(name)
      .filter(({ text }) => mine(text))
      .map(({ text, id = null, style = '' }) => ({ text, id, style }));
  return {
    singles: ['q1', 'q2', 'q3'].flatMap(labelled),
    offTopic: labelled('off-topic'),
    groupTalk: labelled('group-talk'),
    followUps: read<FollowUp>('follow-ups').filter(({ then }) => mine(then)),
    twoPart: read<TwoPart>('two-part').filter(({ text }) => mine(text)),
  };
}

/** A public data set: `{"entries":[{"id","phrasings"}],"test":[{"text","id"|null}]}`. */
export interface Dataset {
  readonly entries: readonly { readonly id: string; readonly phrasings: readonly string[] }[];
  readonly test: readonly { readonly text: string; readonly id: string | null }[];
}

export function readDataset(file: string): Dataset {
  return JSON.parse(readFileSync(file, 'utf8')) as Dataset;
}
