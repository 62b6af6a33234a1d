import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import type { Assistant } from '../../answering/assistant.ts';
import type { Outcome } from '../../answering/respond.ts';
import type { Decision } from '../../domain/decision.ts';
import { answerId, isSafetyClass, type NoticeId, type SafetyClass } from '../../domain/ids.ts';
import type { About } from '../../domain/question.ts';
import { Reply } from '../../domain/reply.ts';
import type { BotContext, QuietContext } from '../context.ts';
import { hearGroup } from '../curators/hear-group.ts';
import { answerGroup, type Decided, type Job, postSafety, readNote } from '../groups/answer-group.ts';
import type { Desk } from '../groups/desk.ts';
import { readScene, type Scene } from '../groups/scene.ts';
import { isOwn } from '../is-own.ts';
import { onCommand } from '../on-command.ts';
import { readAbout } from '../read-about.ts';
import { readCall } from '../read-call.ts';

/** `/faq`: answers the message that it is a reply to, or the one who asks. In private it is one more way to ask. */
export function faq(desk: Desk): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  onCommand(feature, 'faq', async (context: QuietContext) => {
    const scene = readScene(context);
    const text = typeof context.match === 'string' ? context.match : '';
    if (scene) await answerCall(desk, scene, text);
    else await askPrivately(desk, text, context);
  });
  return feature;
}

async function askPrivately(desk: Desk, text: string, context: QuietContext): Promise<void> {
  const { assistant } = desk;
  const { chat, from } = context;
  const about = await readAbout(desk, context.msg);
  if (text.trim() === '')
    return context.say(Reply.notice(assistant.content.notices['faq-usage'], assistant.content.standing));
  const conversation = `${chat?.id}:${from?.id}`;
  const question = { text, surface: 'private', addressed: true, conversation, about } as const;
  return context.answer(question, assistant.ask(question));
}

/**
 * Answers a call in a group: the replied-to message, or the words of the call. Danger comes first, in either of them;
 * then who may call and how often; then the question.
 */
export async function answerCall(desk: Desk, scene: Scene, text: string): Promise<void> {
  const { assistant, memory, members, limits } = desk;
  const { words, note: added } = readCall(text);
  const target = targetOf(scene, desk.botId());
  const question = target && textOf(scene, target);
  const settings = await memory.settings(scene.chatId);
  const asked = jobOf(scene, settings, target);

  for (const said of [question, text.trim()]) {
    if (said === undefined || said === '') continue;
    const own = said !== question;
    const conversation = own ? scene.caller.key : asked.conversation;
    const place = { surface: 'group' as const, ...(conversation === undefined ? {} : { conversation }) };
    const danger = assistant.guard({ text: said, addressed: true, ...place });
    if (danger?.reply && danger.decision.kind === 'safety') {
      desk.keeper?.count(danger.decision);
      const replyTo = own ? scene.message?.message_id : asked.replyTo;
      return postSafety(desk, { ...asked, replyTo }, danger.reply, danger.decision.classes[0]);
    }
  }

  const isAdmin = await members.isAdmin(scene.chatId, scene.caller);
  const { userId } = scene.caller;
  // Admins may always remove: naming them in the data of a button would only tell who they are.
  const called = isAdmin || userId === undefined ? [] : [userId];
  const job = { ...asked, allowed: [...new Set([...asked.allowed, ...called])] };
  const notice = (id: NoticeId): Promise<unknown> => tellNotice(desk, scene, id);
  if (settings.whoMayAsk === 'admins' && !isAdmin) return void (await hint(desk, scene, 'faq-only-admins'));
  if (!isAdmin && !(await limits.mayAsk(scene.caller.key, settings.coolDownSeconds))) {
    return void (await hint(desk, scene, 'faq-wait'));
  }
  if (words === '' && question === undefined) {
    if (isOwn(scene.message?.reply_to_message, desk.botId())) return void (await notice('faq-own-answer'));
    return void (await notice(target ? 'faq-no-text' : scene.basic ? 'faq-basic-group' : 'faq-usage'));
  }
  const note = isAdmin ? readNote(added) : '';
  if (note === undefined) return void (await notice('note-too-long'));
  const said = words === '' ? (question ?? '') : words;
  const outcome = decideCall(assistant, said, job, await readAbout(desk, scene.message));
  await answerGroup(desk, { ...job, note: note === '' ? undefined : note }, outcome);
  hearGroup(desk, settings, said, outcome, words === '' ? target : scene.message);
}

function jobOf(scene: Scene, settings: Job['settings'], target: Message | undefined): Job {
  const { caller, message, chatId } = scene;
  const author = target?.sender_chat ? undefined : target?.from?.id;
  const asker = target?.sender_chat?.id ?? author;
  return {
    scene,
    settings,
    replyTo: target?.message_id ?? message?.message_id,
    command: message?.message_id,
    allowed: author === undefined ? [] : [author],
    note: undefined,
    conversation: asker === undefined ? caller.key : `${chatId}:${asker}`,
  };
}

/** The message that is to be answered: what the call is a reply to, when that is not the bot's own. */
function targetOf({ message }: Scene, botId: number): Message | undefined {
  const target = message?.reply_to_message;
  if (!target || isOwn(target, botId) || 'forum_topic_created' in target) return undefined;
  return target as Message;
}

/** Its words; when the caller has marked some of them, only those. */
function textOf({ message }: Scene, target: Message): string | undefined {
  const marked = message?.quote?.is_manual ? message.quote.text : undefined;
  const text = (marked ?? target.text ?? target.caption)?.trim();
  return text === '' ? undefined : text;
}

/** Words may be the id of an answer, or of a safety text; else they are a question. */
function decideCall(
  assistant: Assistant,
  words: string,
  { conversation }: Job,
  about: About | undefined,
): Decided | Outcome {
  const at = conversation === undefined ? {} : { conversation };
  const place = { surface: 'group' as const, about, ...at };
  const id = words.toLowerCase();
  if (isSafetyClass(id)) return { reply: assistant.follow(id, place), decision: called(id) };
  const answer = assistant.content.answers.get(answerId(id));
  if (!answer) return assistant.ask({ text: words, addressed: true, ...place });
  const reply = assistant.press({ do: 'answer', id: answer.id }, place);
  // A dose that is withheld: what was said before in its place must not be pointed to.
  if (reply.safety !== undefined) return { reply, decision: called(reply.safety) };
  return {
    reply,
    decision:
      answer.kind === 'talk'
        ? { kind: 'talk', id: answer.id, confidence: 1 }
        : { kind: 'answer', ids: [answer.id], confidence: 1 },
  };
}

function called(id: SafetyClass): Decision {
  return { kind: 'safety', classes: [id], form: 'public', rules: ['called'], offer: [] };
}

/** Help for the caller, with a way into the private chat. */
export function tellNotice(desk: Desk, scene: Scene, id: NoticeId): Promise<void> {
  return desk.tell(scene, Reply.notice(desk.assistant.content.notices[id], desk.assistant.content.standing));
}

/** A whisper or nothing: why a call is not answered is of no interest to the group. */
export async function hint(desk: Desk, scene: Scene, id: NoticeId): Promise<void> {
  const { notices, labels, standing } = desk.assistant.content;
  const buttons = [[{ label: labels['ask-in-private'], action: { do: 'private' as const, id: 'topics' } }]];
  await desk.whisper(scene, Reply.notice(notices[id], standing, { buttons }));
}
