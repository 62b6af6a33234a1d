import type { Update, UserFromGetMe } from 'grammy/types';
import type { BotApi } from '../stand-in/bot-api.ts';
import { readAddress } from '../telegram/read-address.ts';

/**
 * Whether Telegram would give the bot this message. In privacy mode a plain member gets commands, replies to it, its
 * name and what was sent through it; an admin gets everything.
 */
export function hears({ message, edited_message: edited }: Update, api: BotApi, me: UserFromGetMe): boolean {
  const said = message ?? edited;
  if (!said || said.chat.type === 'private') return true;
  if (!api.chats.has(said.chat.id)) return false;
  if (api.groups.member(said.chat.id, me.id).status === 'administrator') return true;
  const isCommand =
    said.entities?.some(({ type, offset }) => type === 'bot_command' && offset === 0) ?? false;
  return isCommand || said.via_bot?.id === me.id || readAddress(said, me).addressed;
}
