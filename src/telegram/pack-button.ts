import { type Button, isAction } from '../domain/button.ts';
import type { Press } from '../rendering/telegram-keyboard.ts';
import { packCallback } from './callback-data.ts';
import { packLoopCallback } from './curators/callback.ts';
import { packGroupCallback } from './group-callback.ts';
import { deepLink, messageLink, promoteLink } from './links.ts';

/** How a message is made up, beside its reply. */
export interface Look {
  /** Whether the message is a menu, which its own buttons may replace. */
  readonly inMenu: boolean;
  /** Name of the bot without @, for links into the private chat. */
  readonly botName: string;
}

/** What Telegram does when a button is pressed. */
export function packButton(action: Button['action'], { inMenu, botName }: Look): Press {
  if (isAction(action)) return { callback_data: packCallback({ action, inMenu }) };
  switch (action.do) {
    case 'private':
      return { url: deepLink(botName, action.id) };
    case 'promote':
      return { url: promoteLink(botName) };
    case 'message': {
      const url = messageLink(action.chatId, action.messageId, action.threadId);
      if (url === undefined) throw new RangeError('Only messages of supergroups have links.');
      return { url };
    }
    case 'vote':
    case 'release':
    case 'decide':
      return { callback_data: packLoopCallback(action) };
    default:
      return { callback_data: packGroupCallback(action) };
  }
}
