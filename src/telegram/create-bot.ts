import { autoRetry } from '@grammyjs/auto-retry';
import { sequentialize } from '@grammyjs/runner';
import { type ApiClientOptions, Bot } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import type { Assistant } from '../answering/assistant.ts';
import { type BotContext, giveVoice } from './context.ts';
import { createErrorBoundary } from './error-boundary.ts';
import { buttons } from './features/buttons.ts';
import { commands } from './features/commands.ts';
import { edits } from './features/edits.ts';
import { notText } from './features/not-text.ts';
import { questions } from './features/questions.ts';
import { refuseUnsealedText } from './guard.ts';
import { isOurs } from './is-ours.ts';

export interface BotOptions {
  readonly token: string;
  /** Root of the Bot API without a slash at its end. Absent: Telegram's. */
  readonly apiRoot?: string;
  /** What `getMe` would say, when it is known. */
  readonly botInfo?: UserFromGetMe;
  readonly logger: Logger;
  /** How requests are made, for proxies and tests. */
  readonly fetch?: NonNullable<ApiClientOptions['fetch']>;
}

/** Seconds until a request counts as lost. A long poll takes 30. */
const TIMEOUT_SECONDS = 60;

/** Joins the features to a bot. It does nothing until it is given updates, by polling or in a test. */
export function createBot(assistant: Assistant, options: BotOptions): Bot<BotContext> {
  const { token, apiRoot, botInfo, logger, fetch } = options;
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

  bot
    .errorBoundary(createErrorBoundary(assistant, logger))
    .filter(isOurs)
    .use(
      // One chat after the other in itself, all chats beside each other.
      sequentialize<BotContext>(({ chat, from }) => (chat ?? from)?.id.toString()),
      giveVoice,
      edits(assistant),
      buttons(assistant),
      commands(assistant),
      questions(assistant),
      notText(assistant),
    );
  return bot;
}
