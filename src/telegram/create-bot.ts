import { autoRetry } from '@grammyjs/auto-retry';
import { sequentialize } from '@grammyjs/runner';
import { type ApiClientOptions, Bot } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import type { Assistant } from '../answering/assistant.ts';
import { type BotContext, createVoice } from './context.ts';
import { createErrorBoundary } from './error-boundary.ts';
import { ask } from './features/ask.ts';
import { buttons } from './features/buttons.ts';
import { commands } from './features/commands.ts';
import { edits } from './features/edits.ts';
import { faq } from './features/faq.ts';
import { groupButtons } from './features/group-buttons.ts';
import { groupMenu, keepMenus } from './features/group-menu.ts';
import { groupQuestions } from './features/group-questions.ts';
import { guest } from './features/guest.ts';
import { inline } from './features/inline.ts';
import { link } from './features/link.ts';
import { migration } from './features/migration.ts';
import { notText } from './features/not-text.ts';
import { questions } from './features/questions.ts';
import { settings } from './features/settings.ts';
import { setup } from './features/setup.ts';
import { createDesk } from './groups/desk.ts';
import type { GroupStores } from './groups/group-memory.ts';
import { refuseUnsealedText } from './guard.ts';
import { isOurs } from './is-ours.ts';
import { createMemoryStores } from './memory-stores.ts';

export interface BotOptions {
  readonly token: string;
  /** Root of the Bot API without a slash at its end. Absent: Telegram's. */
  readonly apiRoot?: string;
  /** What `getMe` would say, when it is known. */
  readonly botInfo?: UserFromGetMe;
  readonly logger: Logger;
  /** What is remembered of groups. Absent: in memory, until the process ends. */
  readonly stores?: GroupStores;
  /** How requests are made, for proxies and tests. */
  readonly fetch?: NonNullable<ApiClientOptions['fetch']>;
}

/** Seconds until a request counts as lost. A long poll takes 30. */
const TIMEOUT_SECONDS = 60;

/** Joins the features to a bot. It does nothing until it is given updates, by polling or in a test. */
export function createBot(assistant: Assistant, options: BotOptions): Bot<BotContext> {
  const { token, apiRoot, botInfo, logger, fetch, stores = createMemoryStores() } = options;
  const bot = new Bot<BotContext>(token, {
    ...(botInfo ? { botInfo } : {}),
    client: {
      timeoutSeconds: TIMEOUT_SECONDS,
      ...(apiRoot === undefined ? {} : { apiRoot }),
      ...(fetch ? { fetch } : {}),
    },
  });
  bot.api.config.use(
    refuseUnsealedText,
    // Only 429 is tried again: a message whose sending broke off may have arrived.
    autoRetry({
      maxRetryAttempts: 2,
      maxDelaySeconds: 20,
      rethrowHttpErrors: true,
      rethrowInternalServerErrors: true,
    }),
  );

  const desk = createDesk({ api: bot.api, assistant, stores, logger, me: () => bot.botInfo });
  bot
    .errorBoundary(createErrorBoundary(assistant, logger))
    .filter(isOurs)
    .use(
      // One chat after the other in itself, all chats beside each other.
      sequentialize<BotContext>(({ chat, from }) => (chat ?? from)?.id.toString()),
      createVoice(desk.speaker),
      migration(desk),
      keepMenus(desk, stores, logger),
      inline(desk),
      guest(desk),
      setup(desk),
      settings(desk),
      groupMenu(desk),
      faq(desk),
      ask(desk),
      link(desk),
      groupButtons(desk),
      commands(assistant),
      groupQuestions(desk),
      edits(assistant),
      buttons(assistant),
      questions(assistant),
      notText(assistant),
    );
  return bot;
}
