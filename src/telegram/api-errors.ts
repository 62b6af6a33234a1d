import { GrammyError } from 'grammy';

/** What the Bot API answers when there is nothing left to do: the press is too old, or the menu already looks so. */
const HARMLESS = /query is too old|query ID is invalid|message is not modified/i;

/** What it answers when a message can no longer be replaced. */
const MENU_GONE = /message can't be edited|message to edit not found|MESSAGE_ID_INVALID/i;

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
