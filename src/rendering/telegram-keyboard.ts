import type { InlineKeyboardMarkup } from 'grammy/types';
import type { Action, Buttons } from '../domain/button.ts';

/**
 * Renders the buttons of a reply; undefined when it has none.
 *
 * @param pack turns what a button does into the data behind it
 */
export function renderKeyboard(
  buttons: Buttons,
  pack: (action: Action) => string,
): InlineKeyboardMarkup | undefined {
  const rows = buttons.filter((row) => row.length > 0);
  if (rows.length === 0) return undefined;
  return {
    inline_keyboard: rows.map((row) =>
      row.map(({ label, action }) => ({ text: label.text, callback_data: pack(action) })),
    ),
  };
}
