import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import type { Button, Buttons } from '../domain/button.ts';

/** What Telegram does when a button is pressed: tell the bot, or open an address. */
export type Press = { readonly callback_data: string } | { readonly url: string };

/**
 * Renders the buttons of a reply; undefined when it has none.
 *
 * @param pack turns what a button does into what Telegram does
 */
export function renderKeyboard(
  buttons: Buttons,
  pack: (action: Button['action']) => Press,
): InlineKeyboardMarkup | undefined {
  const rows = buttons.filter((row) => row.length > 0);
  if (rows.length === 0) return undefined;
  return {
    inline_keyboard: rows.map((row) =>
      row.map(({ label, action }): InlineKeyboardButton => ({ text: label.text, ...pack(action) })),
    ),
  };
}
