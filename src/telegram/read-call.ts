import type { Message, User } from 'grammy/types';
import { isName } from './read-address.ts';

/** What someone says who points to an answer. */
export interface Call {
  /** The first line: an id or words that choose the answer. Empty: the replied-to message does. */
  readonly words: string;
  /** Everything below: their own note. It is never a question. */
  readonly note: string;
}

/** Reads what stands after /faq, or after the bot's name. */
export function readCall(text: string): Call {
  const [words = '', ...note] = text.split('\n');
  return { words: words.trim(), note: note.join('\n').trim() };
}

/** What stands after the bot's name where a message begins with it, lines and all; else undefined. */
export function readAfterName(
  { text = '', entities = [] }: Pick<Message, 'text' | 'entities'>,
  me: Pick<User, 'id' | 'username'>,
): string | undefined {
  const name = entities.find((entity) => entity.offset === 0 && isName(text, entity, me));
  return name && text.slice(name.length);
}
