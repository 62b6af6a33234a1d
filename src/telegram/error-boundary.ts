import { type BotError, HttpError } from 'grammy';
import type { Logger } from 'pino';
import type { Assistant } from '../answering/assistant.ts';
import { codeOf, isClosed } from './api-errors.ts';
import { type BotContext, destinationOf } from './context.ts';
import { sendReply } from './deliver.ts';
import { describeError } from './describe-error.ts';
import { readQuestion } from './read-question.ts';
import { LeftWaiting } from './sending/left-waiting.ts';

/**
 * Where every failure of a handler ends: it is logged without a word of the message, and the person is told once. Who
 * has blocked the bot (403), and who is still told to wait after waiting (429), is told nothing. That the program stops
 * is no failure: it is passed on, for the update to be handled later.
 */
export function createErrorBoundary(assistant: Assistant, logger: Logger) {
  return async ({ error, ctx: context }: BotError<BotContext>): Promise<void> => {
    if (error instanceof LeftWaiting) throw error;
    const update = { update: context.update.update_id, error: describeError(error) };
    const code = codeOf(error);
    if (isClosed(error)) return logger.info(update, 'The chat is closed to the bot.');
    if (code === 429) return logger.warn(update, 'Telegram asks for a longer pause: an answer was not sent.');
    logger.error(update, error instanceof HttpError ? 'Telegram was not reached.' : 'A handler failed.');

    const to = destinationOf(context);
    if (!to || !expectsAnswer(context)) return;
    try {
      const look = { inMenu: false, botName: context.me.username };
      await sendReply(context.api, to, assistant.say('error'), look);
    } catch (second) {
      logger.warn({ ...update, error: describeError(second) }, 'The person could not be told.');
    }
  };
}

/** Ordinary talk of a group and edits were not put to the bot: their writers wait for nothing. */
function expectsAnswer(context: BotContext): boolean {
  if (context.editedMessage || context.guestMessage || context.myChatMember) return false;
  return (
    context.callbackQuery !== undefined ||
    context.chat?.type === 'private' ||
    readQuestion(context)?.addressed === true
  );
}
