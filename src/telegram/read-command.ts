import type { Message, User } from 'grammy/types';

/** A command of this bot. */
export interface Command {
  /** In small letters, without the slash and the bot's name: phones begin a message with a capital. */
  readonly name: string;
  /** All that stands after it, lines and blanks as they came: a second line may mean something else than the first. */
  readonly text: string;
}

/** Reads the command that opens a message. Undefined for any other message, and for commands of another bot. */
export function readCommand(
  { text = '', entities = [] }: Pick<Message, 'text' | 'entities'>,
  me: Pick<User, 'username'>,
): Command | undefined {
  const entity = entities.find(({ type, offset }) => type === 'bot_command' && offset === 0);
  if (!entity) return undefined;
  const [name = '', whose] = text.slice(1, entity.length).toLowerCase().split('@');
  if (whose !== undefined && whose !== me.username?.toLowerCase()) return undefined;
  return { name, text: text.slice(entity.length) };
}
