import { Composer } from 'grammy';
import type { Action } from '../../domain/button.ts';
import type { NoticeId } from '../../domain/ids.ts';
import { keepNewest } from '../../domain/keep-newest.ts';
import { Reply } from '../../domain/reply.ts';
import { isHarmless } from '../api-errors.ts';
import { unpackCallback } from '../callback-data.ts';
import type { BotContext, QuietContext } from '../context.ts';
import { isOnMessage } from '../curators/callback.ts';
import { openPrivate, toast } from '../deliver.ts';
import { type GroupPress, unpackGroupCallback } from '../group-callback.ts';
import { postAnswer } from '../groups/answer-group.ts';
import type { Desk } from '../groups/desk.ts';
import { readScene, type Scene, whisperIdOf } from '../groups/scene.ts';
import { hint } from './faq.ts';
import { refusePress } from './refuse-press.ts';
import { changeSetting } from './settings.ts';

/**
 * Presses in groups. Who may press is asked of Telegram; a press by anyone else is taken note of and does nothing,
 * and where that is not plain to see they are told why.
 */
export function groupButtons(desk: Desk): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  const shown = new Set<string>();
  feature.chatType(['group', 'supergroup']).on('callback_query', async (context: QuietContext) => {
    const scene = readScene(context);
    const query = context.callbackQuery;
    if (!scene || !query) return;
    const press = isOnMessage(query) ? unpackGroupCallback(query.data) : undefined;
    const action = press ? undefined : (unpackCallback(query.data)?.action ?? { do: 'topics' as const });
    const whispered = whisperIdOf(scene.message) !== undefined;
    if (action && !whispered) return open(desk, scene, context.me.username, action);
    const refusal = press && (await refusePress(desk, scene, press, shown));
    if (refusal) return tell(desk, scene, refusal);
    await context.acknowledge();
    if (action) await turnWhisper(desk, scene, action);
    else if (press) await doPress(desk, scene, press, shown);
  });
  return feature;
}

/** So many whispers that were shown to their group are remembered; the oldest go first. */
const MOST_SHOWN = 1_000;

function tell({ api, assistant }: Desk, { callbackId = '' }: Scene, id: NoticeId): Promise<void> {
  const { notices, standing } = assistant.content;
  return toast(api, callbackId, Reply.notice(notices[id], standing)).catch((error: unknown) => {
    if (!isHarmless(error)) throw error;
  });
}

/** Buttons that would make the bot talk on in the group open the private chat in its place. */
async function open(desk: Desk, scene: Scene, botName: string, action: Action): Promise<void> {
  const id = action.do === 'answer' ? action.id : action.do === 'group' ? action.group : action.do;
  const known = ['source', 'passage'].includes(id) ? 'source' : id === 'none' ? 'topics' : id;
  await openPrivate(desk.api, scene.callbackId ?? '', botName, known).catch((error: unknown) => {
    if (!isHarmless(error)) throw error;
  });
}

/** A choice in a whisper: its answer takes the place of the choice. */
async function turnWhisper(desk: Desk, scene: Scene, action: Action): Promise<void> {
  if (action.do === 'none') return removeWhisper(desk, scene);
  const place = { surface: 'ephemeral' as const, conversation: scene.caller.key };
  await desk.whisper(scene, desk.assistant.press(action, place), { replace: true });
}

async function removeWhisper({ speaker }: Desk, { chatId, message, caller }: Scene): Promise<void> {
  const whisperId = whisperIdOf(message);
  if (whisperId === undefined || caller.userId === undefined) return;
  await speaker.remove({ chatId, userId: caller.userId, whisperId });
}

async function doPress(desk: Desk, scene: Scene, press: GroupPress, shown: Set<string>): Promise<void> {
  switch (press.do) {
    case 'remove':
      return removeAnswer(desk, scene, press.allowed);
    case 'pick':
      return pick(desk, scene, press.ticket, press.place);
    case 'show':
      return show(desk, scene, press, shown);
    default:
      return changeSetting(desk, scene, press.setting, press.choice);
  }
}

async function removeAnswer(desk: Desk, scene: Scene, allowed: readonly number[]): Promise<void> {
  const { chatId, caller, message } = scene;
  const { userId } = caller;
  if (userId === undefined || !message) return;
  if (!allowed.includes(userId) && !(await desk.members.isAdminId(chatId, userId))) return;
  if (await desk.speaker.remove({ chatId, messageId: message.message_id })) {
    desk.answered.forget(chatId, message.message_id);
  }
}

async function pick(desk: Desk, scene: Scene, number: string, place: number): Promise<void> {
  const { tickets, speaker, assistant, memory } = desk;
  const { chatId, caller, message } = scene;
  const { userId } = caller;
  if (userId === undefined) return;
  const ticket = tickets.get(number);
  if (!ticket) {
    if (whisperIdOf(message) !== undefined) await removeWhisper(desk, scene);
    else if (message) await speaker.remove({ chatId, messageId: message.message_id });
    return;
  }
  const shown = tickets.close(number);
  if (shown) await speaker.remove(shown);
  const id = ticket.ids[place - 1];
  if (id === undefined) return;
  const { conversation } = ticket;
  const at = { surface: 'group' as const, ...(conversation === undefined ? {} : { conversation }) };
  const reply = assistant.press({ do: 'answer', id }, at);
  await postAnswer(desk, { ...ticket, scene, settings: await memory.settings(chatId) }, reply, [id]);
  desk.keeper?.countAnswer(id);
  const [first] = ticket.ids;
  if (first !== undefined) desk.keeper?.countConfusion(first, id);
}

/** Posts to the group what only one member saw, for that member. */
async function show(
  desk: Desk,
  scene: Scene,
  { id }: Extract<GroupPress, { do: 'show' }>,
  shown: Set<string>,
): Promise<void> {
  const { memory, members, limits, assistant } = desk;
  const { chatId, caller } = scene;
  const settings = await memory.settings(chatId);
  if (!(await members.isAdmin(chatId, caller))) {
    if (settings.whoMayAsk === 'admins') return hint(desk, scene, 'faq-only-admins');
    if (!(await limits.mayAsk(caller.key, settings.coolDownSeconds))) return hint(desk, scene, 'show-wait');
  }
  const conversation = caller.key;
  const reply = assistant.press({ do: 'answer', id }, { surface: 'group', conversation });
  const allowed = caller.userId === undefined ? [] : [caller.userId];
  const job = {
    scene,
    settings,
    replyTo: undefined,
    command: undefined,
    allowed,
    note: undefined,
    conversation,
  };
  await postAnswer(desk, job, reply, assistant.content.answers.has(id) ? [id] : []);
  shown.add(`${chatId}:${whisperIdOf(scene.message)}`);
  keepNewest(shown, MOST_SHOWN);
  await removeWhisper(desk, scene);
}
