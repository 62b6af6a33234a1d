import { parseArgs } from 'node:util';
import type { Assistant } from '../answering/assistant.ts';
import { createApp } from '../app.ts';
import type { TelegramConfig } from '../config/config.ts';
import { readConfig } from '../config/read-config.ts';
import { secretsOf } from '../config/secrets-of.ts';
import type { PostedCopy, Stores } from '../domain/stores.ts';
import { formatProblems } from '../knowledge/problem.ts';
import { createLogger } from '../operations/create-logger.ts';
import { createBot } from '../telegram/create-bot.ts';
import { copiesOf, createRecall, noticeCorrections } from '../telegram/curators/recall.ts';
import { describeRecall } from '../telegram/curators/report-recall.ts';
import type { ExitStatus } from './exit-status.ts';
import { withStores } from './open-configured-stores.ts';

const NO_TOKEN =
  'A running bot edits these copies by itself, within seconds. To do it from here, set BOT_TOKEN as well.\n';

/**
 * `npm run recall -- --dry-run`: lists how many copies of corrected answers are to be edited, by answer and kind of
 * chat. Without it, and with BOT_TOKEN, edits them; a bot that is running does the same, and only one of the two at a
 * time.
 */
export async function recall(args: readonly string[]): Promise<ExitStatus> {
  const { values } = parseArgs({
    args: [...args],
    options: { 'dry-run': { type: 'boolean', default: false }, knowledge: { type: 'string' } },
  });
  const result = await createApp({ knowledge: values.knowledge });
  if (!result.ok) {
    process.stderr.write(`${formatProblems(result.problems)}\n`);
    return 1;
  }
  const { assistant } = result.app;
  const done = await withStores(async (stores) => {
    const read = readConfig(process.env);
    const config = read.ok && read.config.mode !== 'local' ? read.config : undefined;
    if (values['dry-run'] || !config) {
      process.stdout.write(await listCopies(stores, assistant));
      if (!values['dry-run']) process.stdout.write(NO_TOKEN);
      return true;
    }
    await editCopies(stores, assistant, config);
    return true;
  });
  return done ? 0 : 2;
}

/** A line for each corrected answer. Chats are counted, never named. */
async function listCopies(stores: Stores, assistant: Assistant): Promise<string> {
  const corrections = await noticeCorrections(stores, assistant, Date.now());
  if (corrections.length === 0) return 'No answer has a "corrected:" date: there is nothing to edit.\n';
  const lines: string[] = [];
  for (const { id, version } of corrections) {
    const counts = { private: 0, group: 0, inline: 0 };
    for await (const copy of copiesOf(stores, { id, version })) counts[kindOf(copy)] += 1;
    const date = assistant.content.corrections.get(id)?.date;
    const left = `${counts.private} in private chats, ${counts.group} in groups, ${counts.inline} from inline mode`;
    const told = describeRecall(id, { ...(await stores.posted.recallCounts(id, version)), outdated: 0 });
    lines.push(`${id} (corrected ${date}): to be edited: ${left}. So far ${told}.`);
  }
  return `${lines.join('\n')}\n`;
}

function kindOf({ place }: PostedCopy): 'private' | 'group' | 'inline' {
  if ('inlineId' in place) return 'inline';
  return place.chatId > 0 ? 'private' : 'group';
}

async function editCopies(stores: Stores, assistant: Assistant, config: TelegramConfig): Promise<void> {
  const logger = createLogger(config.logLevel, secretsOf(config));
  const { token, apiRoot } = config;
  const bot = createBot(assistant, {
    token: token.reveal(),
    logger,
    ...(apiRoot === undefined ? {} : { apiRoot }),
  });
  await bot.init();
  const botName = (): string => bot.botInfo.username;
  await createRecall({ stores, api: bot.api, assistant, botName, logger })();
  process.stdout.write(await listCopies(stores, assistant));
}
