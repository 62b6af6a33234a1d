import { GrammyError } from 'grammy';

/** What the Bot API answers when there is nothing left to do: the press is too old, or the menu already looks so. */
const HARMLESS = /query is too old|query ID is invalid|message is not modified/i;

/** What it answers when a message can no longer be replaced. */
const MENU_GONE = /message can't be edited|message to edit not found|MESSAGE_ID_INVALID/i;

/** What it answers where the bot may not write: a closed or deleted topic, a muted or restricted bot, a lost group. */
const CLOSED =
  /TOPIC_CLOSED|TOPIC_DELETED|message thread not found|not enough rights|have no rights|CHAT_WRITE_FORBIDDEN|CHAT_RESTRICTED|CHAT_SEND_PLAIN_FORBIDDEN|need administrator rights|chat not found|CHANNEL_PRIVATE|group chat was deactivated/i;

/** What it answers when a message is gone or too old to be taken away. */
const NOT_REMOVED =
  /message to delete not found|message can't be deleted|MESSAGE_ID_INVALID|not enough rights/i;

export function isHarmless(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400 && HARMLESS.test(error.description);
}

export function isMenuGone(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400 && MENU_GONE.test(error.description);
}

/** The error code of an answer of the Bot API; undefined for any other error. */
export function codeOf(error: unknown): number | undefined {
  return error instanceof GrammyError ? error.error_code : undefined;
}

/** Whether the bot may not write there: trying again does not help, and there is nobody to tell. */
export function isClosed(error: unknown): boolean {
  if (!(error instanceof GrammyError)) return false;
  return error.error_code === 403 || (error.error_code === 400 && CLOSED.test(error.description));
}

export function isNotRemoved(error: unknown): boolean {
  return error instanceof GrammyError && error.error_code === 400 && NOT_REMOVED.test(error.description);
}

/** The new id of a group that became a supergroup, when Telegram refuses a call to the old one. */
export function movedTo(error: unknown): number | undefined {
  return error instanceof GrammyError ? error.parameters.migrate_to_chat_id : undefined;
}
