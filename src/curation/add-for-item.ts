import type { AnswerId } from '../domain/ids.ts';
import { formatProblems } from '../knowledge/problem.ts';
import { whyNoWording } from './add-wording.ts';
import { compareVerdicts } from './compare-verdicts.ts';
import { editIntents } from './edit-intents.ts';
import { formatFlips } from './format-flips.ts';
import { judgeQuestion, judgeQuestions } from './judge-questions.ts';
import { type Item, markItem } from './queue.ts';
import type { Session } from './session.ts';

/** `back`: nothing was changed, the same item is decided again. `end`: the input is over, and nothing was changed. */
export type Added = 'added' | 'back' | 'end';

/**
 * Adds a wording for an item: asks which, writes it, shows which labelled questions flip, and keeps it only when the
 * curator says so. The item is marked after that, so a run that is cut short leaves file and store as they were.
 */
export async function addForItem(session: Session, item: Item, id: AnswerId): Promise<Added> {
  const { dialogue, stores } = session;
  const wording = await askWording(session, item);
  if (wording === undefined) return 'end';
  const no = whyNoWording(wording);
  if (no !== undefined) {
    dialogue.say(no);
    return 'back';
  }
  dialogue.say(`Adding "${wording}" to ${id} and training …`);
  const before = { mind: session.mind, verdicts: verdictsOf(session) };
  const result = editIntents(session.root, session.mind, id, wording);
  if (!result.ok) {
    dialogue.say(`It was not added:\n${formatProblems(result.problems)}`);
    return 'back';
  }
  const { edit } = result;
  const after = judgeQuestions(edit.mind, session.questions);
  dialogue.say(`\n${formatFlips(compareVerdicts(session.questions, before.verdicts, after))}\n`);
  const own = judgeQuestion(edit.mind, { text: wording, wanted: id });
  if (own.rank === 3) dialogue.say(`Asked just so, it is now answered with ${id}.`);
  else dialogue.say(`Asked just so, it still gets: ${own.outcome}. A second wording like it may help.`);
  const answer = await dialogue.ask('Enter keeps it, u takes it back › ');
  if (answer === undefined || answer.trim() !== '') {
    dialogue.say(takenBack(edit.undo(), edit.file));
    return answer === undefined ? 'end' : 'back';
  }
  session.mind = edit.mind;
  session.verdicts = after;
  const marked = await markItem(stores, item, { as: 'wording', answerId: id }, session.now());
  session.done.push({ item: { ...item, guess: id }, edit, before });
  const other = marked === 'elsewhere' ? ' Somebody else decided on this question meanwhile.' : '';
  dialogue.say(`Kept in ${edit.file}.${other}`);
  return 'added';
}

/** What to say after an undo. */
export function takenBack(undone: boolean, file: string): string {
  return undone
    ? `Taken back: ${file} is as it was.`
    : `${file} was changed by someone else: mend it by hand.`;
}

async function askWording({ dialogue }: Session, { texts }: Item): Promise<string | undefined> {
  const which = texts.length > 1 ? `, 1 to ${texts.length} takes that one` : '';
  const line = await dialogue.ask(`Enter adds "${texts[0] ?? ''}"${which}, or type a wording › `);
  if (line === undefined) return undefined;
  const typed = line.trim();
  const chosen = typed === '' ? texts[0] : /^\d$/.test(typed) ? texts[Number(typed) - 1] : typed;
  return (chosen ?? typed).replace(/\s+/g, ' ').trim();
}

function verdictsOf(session: Session) {
  session.verdicts ??= judgeQuestions(session.mind, session.questions);
  return session.verdicts;
}
