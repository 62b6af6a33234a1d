import type { Context } from 'grammy';
import type { Message } from 'grammy/types';
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
  const forwarded = isOfSomeoneElse(msg);
  return { ...readAddress(msg, me), ...placeOf(context), ...(forwarded ? { forwarded } : {}) };
}

/** Forwarded, save for a member's own words. A writer who hides their name counts as someone else. */
function isOfSomeoneElse({ forward_origin: origin, from }: Message): boolean {
  if (!origin) return false;
  return origin.type !== 'user' || origin.sender_user.id !== from?.id;
}
