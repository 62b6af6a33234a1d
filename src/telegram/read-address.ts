import type { Message, MessageEntity, User } from 'grammy/types';

/** The words of a message, and whether they are meant for the bot. */
export interface Address {
  /** Text or caption, without the bot's own name in it. Empty when there are no words. */
  readonly text: string;
  readonly addressed: boolean;
  /** Whether the bot's name is in it. */
  readonly named: boolean;
}

/**
 * Reads whom a message is meant for. In private that is the bot, unless a command names another bot. In a group it is
 * the bot only for its name, a reply to it, or a command with its name. Bare commands are for any bot: those that this
 * bot has are answered before.
 */
export function readAddress(message: Message, me: Pick<User, 'id' | 'username'>): Address {
  const text = message.text ?? message.caption ?? '';
  const entities = message.entities ?? message.caption_entities ?? [];
  const mine = entities.filter((entity) => isName(text, entity, me));
  const command = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0);
  const named = command && /@(\w+)$/.exec(text.slice(0, command.length))?.[1];
  if (named !== undefined) {
    const addressed = named.toLowerCase() === me.username?.toLowerCase();
    return {
      text: addressed ? cutOut(text, [{ offset: 0, length: command?.length ?? 0 }]) : text,
      addressed,
      named: addressed,
    };
  }
  const repliesToMe =
    message.reply_to_message?.from?.id === me.id && !message.reply_to_message.forum_topic_created;
  return {
    text: cutOut(text, mine),
    named: mine.length > 0,
    addressed: message.chat.type === 'private' || mine.length > 0 || repliesToMe,
  };
}

/** Whether an entity of a text is the bot's name. */
export function isName(text: string, entity: MessageEntity, me: Pick<User, 'id' | 'username'>): boolean {
  if (entity.type === 'text_mention') return entity.user.id === me.id;
  if (entity.type !== 'mention') return false;
  const name = text.slice(entity.offset + 1, entity.offset + entity.length);
  return name.toLowerCase() === me.username?.toLowerCase();
}

/** Entities come in order and count UTF-16 units, as strings do. */
function cutOut(
  text: string,
  parts: readonly { readonly offset: number; readonly length: number }[],
): string {
  return parts
    .reduceRight(
      (rest, { offset, length }) => `${rest.slice(0, offset)} ${rest.slice(offset + length)}`,
      text,
    )
    .trim();
}
