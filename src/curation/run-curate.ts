import { addForItem, takenBack } from './add-for-item.ts';
import { findGuesses, type Guess } from './find-guesses.ts';
import { type Choice, type Item, markItem, readQueue, reopenItem } from './queue.ts';
import type { CurateOptions, Session } from './session.ts';

export interface CurateSummary {
  readonly wordings: number;
  readonly ignored: number;
  readonly notCovered: number;
  readonly left: number;
}

type Step = { readonly go: 'next' | 'again' | 'end' } | { readonly go: 'undone'; readonly item: Item };

/** Walks through everything that waits for a curator, one item at a time, until the list or the input ends. */
export async function runCurate(options: CurateOptions): Promise<CurateSummary> {
  const session: Session = { ...options, verdicts: undefined, done: [] };
  const tally = { ignored: 0, notCovered: 0, left: 0 };
  let number = 0;
  walk: for await (const first of readQueue(options.stores)) {
    number += 1;
    const stack: Item[] = [first];
    for (let item = stack.pop(); item !== undefined; item = stack.pop()) {
      const step = await decideItem(session, item, number, tally);
      if (step.go === 'undone') stack.push(item, step.item);
      if (step.go === 'again') stack.push(item);
      if (step.go === 'end') break walk;
    }
  }
  const wordings = session.done.filter(({ edit }) => edit !== undefined).length;
  const ignored = session.done.length - wordings;
  return { wordings, ignored, notCovered: tally.notCovered, left: tally.left };
}

async function decideItem(
  session: Session,
  item: Item,
  number: number,
  tally: { notCovered: number; left: number },
): Promise<Step> {
  const { dialogue, stores } = session;
  dialogue.say(describe(item, number));
  let guesses = findGuesses(session.mind, item.texts[0] ?? '', item.guess);
  for (;;) {
    dialogue.say(listGuesses(guesses));
    const line = await dialogue.ask(`${keysFor(item)}\n› `);
    if (line === undefined) return { go: 'end' };
    const typed = line.trim();
    const picked = /^\d{1,2}$/.test(typed) ? guesses[Number(typed) - 1] : undefined;
    if (picked) {
      const added = await addForItem(session, item, picked.id);
      return { go: added === 'added' ? 'next' : added === 'end' ? 'end' : 'again' };
    }
    const key = typed.toLowerCase();
    if (key === 'q') return { go: 'end' };
    if (key === 'u') {
      const undone = await undoLast(session);
      if (undone) return { go: 'undone', item: undone };
      continue;
    }
    if (key === '' || key === 's') {
      tally.left += 1;
      return { go: 'next' };
    }
    const choice = choiceOf(key, item);
    if (choice) {
      await settle(session, item, choice, stores);
      if (choice.as === 'not-covered') tally.notCovered += 1;
      return { go: 'next' };
    }
    if (/^\d+$/.test(typed)) dialogue.say('There is no such number in the list.');
    else guesses = findGuesses(session.mind, typed);
  }
}

async function settle(
  session: Session,
  item: Item,
  choice: Choice,
  stores: Session['stores'],
): Promise<void> {
  const marked = await markItem(stores, item, choice, session.now());
  if (marked === 'elsewhere') {
    session.dialogue.say('Somebody else decided on this question meanwhile.');
    return;
  }
  const { mind, verdicts } = session;
  if (choice.as === 'ignored') session.done.push({ item, before: { mind, verdicts } });
  session.dialogue.say(SETTLED[choice.as]);
}

const SETTLED: Readonly<Record<Choice['as'], string>> = {
  ignored: 'Ignored.',
  'not-covered': 'Noted as not covered. It stays on the list until an answer that says so is written.',
  written: 'Done.',
  wording: 'Kept.',
};

function choiceOf(key: string, item: Item): Choice | undefined {
  if (key === 'i') return { as: 'ignored' };
  if (key === 'n' && item.kind !== 'not-covered') return { as: 'not-covered' };
  if (key === 'd' && item.kind === 'not-covered') return { as: 'written' };
  return undefined;
}

/** Takes back the last wording or the last "ignore", and puts its question on the list again. */
async function undoLast(session: Session): Promise<Item | undefined> {
  const last = session.done.pop();
  if (!last) {
    session.dialogue.say('There is nothing to take back.');
    return undefined;
  }
  if (last.edit) {
    const undone = last.edit.undo();
    session.dialogue.say(takenBack(undone, last.edit.file));
    if (!undone) return undefined;
    session.mind = last.before.mind;
    session.verdicts = last.before.verdicts;
  } else session.dialogue.say('Taken back: it is on the list again.');
  return reopenItem(session.stores.proposals, last.item, session.now());
}

function describe({ from, kind, texts, asked }: Item, number: number): string {
  const what =
    kind === 'not-covered' ? 'not covered yet' : from === 'proposal' ? 'proposed wording' : 'unanswered';
  const lines = texts.map((text, i) => `  ${texts.length > 1 ? `(${i + 1}) ` : ''}"${text}"`);
  return [`── ${number} · ${what} · asked ${asked === 1 ? 'once' : `${asked} times`}`, ...lines].join('\n');
}

function listGuesses(guesses: readonly Guess[]): string {
  const lines = guesses.map(({ id, title, confidence }, i) => {
    const sure = confidence === undefined ? '' : ` · ${Math.round(confidence * 100)} %`;
    return `  ${i + 1}. ${title}  (${id}${sure})`;
  });
  return lines.length > 0 ? lines.join('\n') : '  No answer fits these words.';
}

function keysFor(item: Item): string {
  const cover = item.kind === 'not-covered' ? 'd answer written' : 'n not covered';
  return `number adds a wording · words search · ${cover} · i ignore · s skip · u undo · q quit`;
}
