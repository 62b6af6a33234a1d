/** The updates that the features handle. Always named: Telegram else goes on with the list it was given last. */
export const UPDATES = [
  'message',
  'edited_message',
  'callback_query',
  'inline_query',
  'chosen_inline_result',
  'guest_message',
  'my_chat_member',
] as const;

/** Milliseconds that a stop waits for answers that are being sent. */
export const STOP_WITHIN_MS = 10_000;
