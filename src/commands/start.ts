import { createApp } from '../app.ts';
import { readConfig } from '../config/read-config.ts';
import { formatProblems } from '../knowledge/problem.ts';
import { createChat } from '../terminal/chat.ts';
import { runChat } from '../terminal/run-chat.ts';
import type { ExitStatus } from './exit-status.ts';

/** What the local chat says about itself. It names no treatment. */
const HOW_TO_GET_A_TOKEN =
  'No BOT_TOKEN is set, so this is the chat on your own computer. For Telegram: ask @BotFather for a token,\n' +
  'then run  BOT_TOKEN=… npm start\n' +
  'Commands here: /topics, /why (explains the last match), /source, /help. Ctrl-C leaves.';

/** `npm start`: the Telegram bot with a token, the local chat without. */
export async function start(): Promise<ExitStatus> {
  const read = readConfig(process.env);
  if (!read.ok) {
    process.stderr.write(`${read.mistakes.join('\n')}\n`);
    return 2;
  }
  const result = await createApp();
  if (!result.ok) {
    process.stderr.write(`${formatProblems(result.problems)}\n`);
    return 1;
  }
  if (read.config.mode === 'polling') {
    // Loaded only here: the local chat starts faster without it.
    const { runTelegram } = await import('./run-telegram.ts');
    const { followFiles } = await import('./follow-files.ts');
    const watch = followFiles(result.app, read.config.logLevel);
    return runTelegram(result.app, read.config).finally(watch.close);
  }
  const { assistant, mind } = result.app;
  const chat = createChat(assistant, () => mind().matcher);
  await runChat(chat, [HOW_TO_GET_A_TOKEN, assistant.say('welcome')], {
    input: process.stdin,
    output: process.stdout,
  });
  return 0;
}
