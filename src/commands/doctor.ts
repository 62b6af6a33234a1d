import { parseArgs } from 'node:util';
import { SHIPPED_KNOWLEDGE, snapshotPlace } from '../app.ts';
import { readConfig } from '../config/read-config.ts';
import { botVersion } from '../operations/bot-version.ts';
import { createAskTelegram } from '../operations/doctor/ask-telegram.ts';
import { checkContent } from '../operations/doctor/check-content.ts';
import { checkDatabase } from '../operations/doctor/check-database.ts';
import { checkListening } from '../operations/doctor/check-listening.ts';
import { checkRuntime } from '../operations/doctor/check-runtime.ts';
import { checkTelegram } from '../operations/doctor/check-telegram.ts';
import { type Finding, formatFindings, problem, warning } from '../operations/doctor/finding.ts';
import type { ExitStatus } from './exit-status.ts';

/** Where everything is kept when `DATABASE_URL` does not say. */
const DEFAULT_DATABASE = 'file:./data/bot.db';

/**
 * `npm run doctor`: looks at everything that a bot needs to run, says what is wrong and what to do. Exit status 1 when
 * there is a problem. It changes nothing at Telegram and makes no file; tables of a database that is there are brought
 * up to date. Without a token it looks at what is on this machine.
 */
export async function doctor(args: readonly string[]): Promise<ExitStatus> {
  parseArgs({ args: [...args], options: {} });
  const findings = [...checkRuntime(process.versions.node, botVersion()), ...(await checkRest())];
  process.stdout.write(formatFindings(findings));
  return findings.some(({ state }) => state === 'problem') ? 1 : 0;
}

async function checkRest(): Promise<Finding[]> {
  const content = await checkContent(SHIPPED_KNOWLEDGE, snapshotPlace());
  const read = readConfig(process.env);
  if (!read.ok) {
    return [
      content,
      ...read.mistakes.map((mistake) => problem('environment', mistake, 'correct that variable')),
    ];
  }
  const { config } = read;
  const database = await checkDatabase(process.env['DATABASE_URL']?.trim() || DEFAULT_DATABASE);
  if (config.mode === 'local') {
    const todo = 'set it to look at Telegram too; get one from @BotFather';
    return [
      content,
      ...database,
      warning('token', 'BOT_TOKEN is not set: only this machine was looked at.', todo),
    ];
  }
  const curators = process.env['CURATOR_CHAT_ID']?.trim();
  const telegram = await checkTelegram(createAskTelegram(config.token.reveal(), config.apiRoot), {
    mode: config.mode,
    webhookUrl: config.mode === 'webhook' ? config.webhookUrl : undefined,
    curatorChatId: curators ? Number(curators) : undefined,
  });
  const listening = config.port === undefined ? [] : [await checkListening(config.host, config.port)];
  return [content, ...database, ...telegram, ...listening];
}
