import { fstatSync } from 'node:fs';
import type { App } from '../app.ts';
import type { LocalConfig } from '../config/config.ts';
import { createChat } from '../terminal/chat.ts';
import { runChat } from '../terminal/run-chat.ts';
import { openPage } from './open-page.ts';

/** What the local chat says about itself. It names no treatment. */
const HOW_TO_GET_A_TOKEN =
  'No BOT_TOKEN is set, so this is the chat on your own computer. For Telegram: ask @BotFather for a token,\n' +
  'then run  BOT_TOKEN=… npm start\n' +
  'Commands here: /topics, /why (explains the last match), /source, /help. Ctrl-C leaves.';

/**
 * The chat in the terminal, and beside it the page. The program ends with the chat: when Ctrl-C is pressed, or at the
 * end of piped input. Where PORT is set, or nothing can be typed or piped at all (a service, a container), the page
 * stays until a signal stops the program.
 */
export async function runLocal(app: App, config: LocalConfig): Promise<void> {
  const { assistant, mind } = app;
  const page = await openPage(app, config);
  const where = page.served.ok
    ? `See it as members will, in the browser: ${page.served.url}`
    : `There is no page beside this chat. ${page.served.mistake}`;
  try {
    const chat = createChat(assistant, () => mind().matcher);
    await runChat(chat, [`${HOW_TO_GET_A_TOKEN}\n${where}`, assistant.say('welcome')], {
      input: process.stdin,
      output: process.stdout,
    });
    if (page.served.ok && !process.stdin.isTTY && (config.portIsSet || hasNoInput())) await untilStopped();
  } finally {
    await page.close();
  }
}

/** Whether standard input is neither a terminal nor a pipe or file, as `/dev/null` is. */
function hasNoInput(): boolean {
  return fstatSync(0).isCharacterDevice();
}

function untilStopped(): Promise<void> {
  return new Promise((stop) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
  });
}
