import type { Context } from 'grammy';
import type { Question } from '../domain/question.ts';
import { readAddress } from './read-address.ts';

/** Where the conversation takes place, and whose it is: one person in one chat. */
export function placeOf({
  chat,
  from,
  msg,
}: Pick<Context, 'chat' | 'from' | 'msg'>): Pick<Question, 'surface' | 'conversation'> {
  const surface = chat === undefined || chat.type === 'private' ? 'private' : 'group';
  // Who writes as a channel or as the group itself has the same `from` as all others who do.
  const person = msg?.sender_chat?.id ?? from?.id;
  return chat && person !== undefined ? { surface, conversation: `${chat.id}:${person}` } : { surface };
}

/** A message as a question to the spine; an edit is read in the same way. Undefined when it has no words. */
export function readQuestion(
  context: Pick<Context, 'chat' | 'from' | 'msg' | 'callbackQuery' | 'me'>,
): Question | undefined {
  const { msg, me } = context;
  if (!msg || (msg.text === undefined && msg.caption === undefined)) return undefined;
  return { ...readAddress(msg, me), ...placeOf(context) };
}
