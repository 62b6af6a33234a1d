import { createApp, SHIPPED_KNOWLEDGE } from '../../../src/app.ts';
import { runTelegram } from '../../../src/commands/run-telegram.ts';
import { readConfig } from '../../../src/config/read-config.ts';
import { testSnapshot } from '../test-snapshot.ts';

/* What `npm start` does with a token. Run from the sources it would train the matcher; this takes the tests' snapshot. */

const read = readConfig(process.env);
if (!read.ok || read.config.mode !== 'polling')
  throw new Error('BOT_TOKEN and TELEGRAM_API_ROOT are needed.');
const result = await createApp({ knowledge: SHIPPED_KNOWLEDGE, snapshot: testSnapshot() });
if (!result.ok) throw new Error('There are problems in the knowledge.');
process.exitCode = await runTelegram(result.app, read.config);
