import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createApp, SHIPPED_KNOWLEDGE } from '../app.ts';
import { readLabelled } from '../curation/read-labelled.ts';
import { runCurate } from '../curation/run-curate.ts';
import { runReopen } from '../curation/run-reopen.ts';
import type { Dialogue } from '../curation/session.ts';
import { formatProblems } from '../knowledge/problem.ts';
import type { ExitStatus } from './exit-status.ts';
import { withStores } from './open-configured-stores.ts';

/**
 * `npm run curate`: walks through proposals and unanswered questions, adds wordings to `intents/` and shows what each
 * changes. Lines that are piped in are read as if typed.
 */
export async function curate(args: readonly string[]): Promise<ExitStatus> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      knowledge: { type: 'string' },
      questions: { type: 'string' },
      reopen: { type: 'boolean', default: false },
    },
  });
  if (values.reopen) return reopenDecided();
  const result = await createApp({ knowledge: values.knowledge });
  if (!result.ok) {
    process.stderr.write(`${formatProblems(result.problems)}\n`);
    return 1;
  }
  const root = values.knowledge ?? SHIPPED_KNOWLEDGE;
  const mind = result.app.mind();
  const questions = readLabelled(values.questions ?? join(root, 'test', 'questions'));
  const { dialogue, close } = openTerminal();
  const summary = await withStores((stores) =>
    runCurate({ root, mind, questions, stores, dialogue, now: () => Date.now() }),
  ).finally(close);
  if (!summary) return 2;
  const { wordings, ignored, notCovered, left } = summary;
  dialogue.say(
    `\nWordings added: ${wordings}. Not covered: ${notCovered}. Ignored: ${ignored}. Skipped: ${left}.` +
      (wordings > 0 ? '\nSee them with git diff intents/ and commit them.' : ''),
  );
  return 0;
}

/** `npm run curate -- --reopen`: needs no training, because it only puts proposals back on the list. */
async function reopenDecided(): Promise<ExitStatus> {
  const { dialogue, close } = openTerminal();
  const reopened = await withStores((stores) =>
    runReopen({ stores, dialogue, now: () => Date.now() }),
  ).finally(close);
  if (reopened === undefined) return 2;
  dialogue.say(`\nReopened: ${reopened}.`);
  return 0;
}

/** Prompts are written plainly; a terminal shows what is typed, a pipe does not. */
function openTerminal(): { readonly dialogue: Dialogue; readonly close: () => void } {
  const { stdin: input, stdout: output } = process;
  const terminal = createInterface({ input, ...(input.isTTY ? { output } : {}) });
  terminal.on('SIGINT', () => terminal.close());
  // Opened at once: lines that arrive before they are asked for are kept.
  const lines = terminal[Symbol.asyncIterator]();
  const say = (text: string): void => void output.write(`${text}\n`);
  const ask = async (prompt: string): Promise<string | undefined> => {
    if (input.isTTY) {
      const [hint, last] = [
        prompt.slice(0, prompt.lastIndexOf('\n') + 1),
        prompt.slice(prompt.lastIndexOf('\n') + 1),
      ];
      output.write(hint);
      terminal.setPrompt(last);
      terminal.prompt();
    } else output.write(prompt);
    const { value, done } = await lines.next();
    if (!input.isTTY || done) output.write('\n');
    return done === true ? undefined : value;
  };
  return { dialogue: { ask, say }, close: () => terminal.close() };
}
