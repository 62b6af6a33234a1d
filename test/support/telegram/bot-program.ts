import { type App, createApp } from '../../../src/app.ts';
import { runTelegram } from '../../../src/commands/run-telegram.ts';
import { readConfig } from '../../../src/config/read-config.ts';

/* What `npm start` does with a token, less the watch on the files, and with a mistake in the code where a test asks for one. */

const read = readConfig(process.env);
if (!read.ok) {
  process.stderr.write(`${read.mistakes.join('\n')}\n`);
  process.exit(2);
}
if (read.config.mode === 'local') throw new Error('BOT_TOKEN and TELEGRAM_API_ROOT are needed.');
const result = await createApp();
if (!result.ok) throw new Error('There are problems in the knowledge.');
process.exitCode = await runTelegram(withFaults(result.app), read.config);

/** A mistake in the code, as tests ask for it: a text that leaves a promise rejected. */
function withFaults(app: App): App {
  const { FAULT_REJECTION: careless } = process.env;
  const { assistant } = app;
  const ask: typeof assistant.ask = (question) => {
    if (careless !== undefined && question.text === careless) void Promise.reject(new Error(question.text));
    return assistant.ask(question);
  };
  const faulty = Object.create(assistant, { ask: { value: ask } }) as typeof assistant;
  return { ...app, assistant: faulty };
}
