import { createApp } from '../../../src/app.ts';
import { runLocal } from '../../../src/commands/run-local.ts';
import { readConfig } from '../../../src/config/read-config.ts';

/* What `npm start` does without a token. Run from the sources it would train the matcher; this takes the tests' snapshot. */

const read = readConfig(process.env);
if (!read.ok || read.config.mode !== 'local') throw new Error('BOT_TOKEN must not be set.');
const result = await createApp();
if (!result.ok) throw new Error('There are problems in the knowledge.');
await runLocal(result.app, read.config);
