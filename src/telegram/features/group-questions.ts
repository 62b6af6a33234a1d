import { Composer } from 'grammy';
import { isSmallTalk } from '../../answering/is-small-talk.ts';
import type { BotContext, QuietContext } from '../context.ts';
import { hearGroup } from '../curators/hear-group.ts';
import { answerGroup, isUrgent, type Job, postSafety } from '../groups/answer-group.ts';
import type { Desk } from '../groups/desk.ts';
import { readScene, type Scene } from '../groups/scene.ts';
import { readAbout } from '../read-about.ts';
import { type Address, readAddress } from '../read-address.ts';
import { readAfterName, readCall } from '../read-call.ts';
import { answerCall } from './faq.ts';

/**
 * Ordinary messages and edits in groups. Only what is put to the bot is answered: by its name, or as a reply to it. A
 * danger to life that is said outright is answered wherever it stands, once in ten minutes for each person.
 */
export function groupQuestions(desk: Desk): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  const groups = feature.chatType(['group', 'supergroup']);
  groups.on('edited_message', (context: QuietContext) => warn(desk, context, context.editedMessage));
  groups.on(['message:text', 'message:caption'], async (context: QuietContext, next) => {
    const scene = readScene(context);
    if (!scene || !context.msg) return next();
    const address = readAddress(context.msg, context.me);
    if (!address.addressed) return warn(desk, context, context.msg);
    const call = await readPointing(desk, scene, context);
    return call === undefined ? answerMention(desk, scene, address) : answerCall(desk, scene, call);
  });
  return feature;
}

/**
 * The bot's name alone, as a reply to someone, is the same gesture as /faq; so is the name with an admin's note on the
 * next line. Undefined for every other message: words after the name are a question of who writes them.
 */
async function readPointing(
  desk: Desk,
  scene: Scene,
  { msg, me }: QuietContext,
): Promise<string | undefined> {
  if (!msg?.reply_to_message) return undefined;
  if (readAddress(msg, me).text === '') return '';
  const after = readAfterName(msg, me);
  if (after === undefined) return undefined;
  const { words, note } = readCall(after);
  if (words !== '' && (note === '' || !(await desk.members.isAdmin(scene.chatId, scene.caller))))
    return undefined;
  return after;
}

async function warn(desk: Desk, context: QuietContext, message: QuietContext['msg']): Promise<void> {
  const scene = readScene(context);
  if (!scene || !message) return;
  const { text } = readAddress(message, context.me);
  const conversation = scene.caller.key;
  const outcome = desk.assistant.ask({ text, surface: 'group', addressed: false, conversation });
  const { reply, decision } = outcome;
  if (!reply || decision.kind !== 'safety' || !(await desk.limits.mayWarn(conversation))) return;
  await postSafety(desk, await jobOf(desk, scene), reply, decision.classes[0]);
  desk.keeper?.count(decision);
}

async function answerMention(desk: Desk, scene: Scene, { text, named }: Address): Promise<void> {
  const { assistant, members, limits } = desk;
  const job = await jobOf(desk, scene);
  const conversation = scene.caller.key;
  const about = await readAbout(desk, scene.message);
  const question = { text, surface: 'group', addressed: true, conversation, about } as const;
  // Who says no more than "ok" to what the bot said wants nothing back; danger in it is answered all the same.
  const small = !named && isSmallTalk(text);
  const outcome = small ? assistant.guard(question) : assistant.ask(question);
  if (!outcome) return;
  const urgent = outcome.decision.kind === 'safety' && isUrgent(outcome.decision.classes[0]);
  if (!urgent && !(await members.isAdmin(scene.chatId, scene.caller))) {
    if (job.settings.whoMayAsk === 'admins') return;
    if (!(await limits.mayAsk(conversation, job.settings.coolDownSeconds))) return;
  }
  await answerGroup(desk, job, outcome);
  hearGroup(desk, job.settings, text, outcome, scene.message);
}

async function jobOf(desk: Desk, scene: Scene): Promise<Job> {
  const { userId, key } = scene.caller;
  return {
    scene,
    settings: await desk.memory.settings(scene.chatId),
    replyTo: scene.message?.message_id,
    command: undefined,
    allowed: userId === undefined ? [] : [userId],
    note: undefined,
    conversation: key,
  };
}
