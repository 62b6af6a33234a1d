import type { Assistant } from '../answering/assistant.ts';
import type { Mind } from '../answering/mind.ts';
import { answerId, isSafetyClass, SAFETY_CLASSES } from '../domain/ids.ts';
import type { Content } from '../domain/knowledge.ts';
import type { Surface } from '../domain/question.ts';
import { blockText } from '../domain/rich-text.ts';
import { renderTelegram } from '../rendering/telegram.ts';
import type { AnswerDetail, AnswerLine, AnswerList } from './wire.ts';

/** Where people read answers; the terminal shows what a private chat does. */
const SURFACES = ['private', 'group', 'ephemeral', 'inline', 'guest'] as const satisfies readonly Surface[];

export interface Search {
  /** Words that the title, the id, the text or a wording holds; upper and lower case are the same. */
  readonly words: string;
  readonly group: string;
  readonly kind: string;
}

/** The answers and safety texts that a search finds, in the order of the menu. */
export function listAnswers({ content, matcher }: Mind, { words, group, kind }: Search): AnswerList {
  const wanted = words.trim().toLowerCase();
  const phrasings = new Map(matcher.corpus.intents.map((intent) => [intent.id, intent.phrasings]));
  const all = linesOf(content);
  const answers = all.flatMap((line): AnswerLine[] => {
    if ((group !== '' && line.group !== group) || (kind !== '' && line.kind !== kind)) return [];
    if (wanted === '' || `${line.title}\n${line.id}`.toLowerCase().includes(wanted)) return [line];
    const found = phrasings.get(answerId(line.id))?.find((each) => each.toLowerCase().includes(wanted));
    if (found !== undefined) return [{ ...line, found }];
    return bodyOf(content, line.id).toLowerCase().includes(wanted) ? [line] : [];
  });
  const groups = [...new Set(all.map((line) => line.group))];
  return {
    version: content.version,
    total: all.length,
    groups: groups.map((id) => ({ id, name: id.replaceAll('-', ' ') })),
    answers,
  };
}

/** Everything about one answer or safety text. Undefined when there is none of this id. */
export function describeAnswer(
  { content, matcher }: Mind,
  assistant: Assistant,
  id: string,
): AnswerDetail | undefined {
  const line = linesOf(content).find((each) => each.id === id);
  if (!line) return undefined;
  const answer = content.answers.get(answerId(id));
  const medical = answer && answer.kind !== 'talk' ? answer : undefined;
  return {
    ...line,
    surfaces: SURFACES.map((surface) => {
      const reply = assistant.follow(id, { surface });
      const { text, entities } = renderTelegram(reply);
      return {
        surface,
        caveats: reply.blocks.flatMap((block) =>
          block.kind === 'caveat' || block.kind === 'standing' ? [block.text] : [],
        ),
        shown: { text, entities, buttons: [] },
      };
    }),
    citations: medical?.citations.map(({ paragraph, quote }) => ({ paragraph, quote })) ?? [],
    document: content.passages.map(({ pieces }) => pieces.join(' ')),
    phrasings: matcher.corpus.intents.find((intent) => intent.id === id)?.phrasings ?? [],
    related: (answer?.related ?? []).map((to) => ({
      id: to,
      title: content.answers.get(to)?.title ?? to,
    })),
  };
}

function linesOf({ answers, safety }: Content): AnswerLine[] {
  return [
    ...[...answers.values()].map((answer) => ({
      id: answer.id,
      title: answer.title,
      group: answer.group,
      kind: answer.kind,
      level: answer.kind === 'talk' ? '' : answer.level,
    })),
    ...SAFETY_CLASSES.map((id) => ({
      id,
      title: safety[id].card,
      group: 'safety',
      kind: 'safety',
      level: '',
    })),
  ];
}

function bodyOf({ answers, safety }: Content, id: string): string {
  const body = isSafetyClass(id) ? safety[id].forms.self : answers.get(answerId(id))?.body;
  return body?.map(blockText).join('\n') ?? '';
}
