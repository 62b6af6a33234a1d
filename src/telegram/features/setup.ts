import { Composer } from 'grammy';
import type { ChatMember } from 'grammy/types';
import { showSetup } from '../../answering/show-setup.ts';
import type { Reply } from '../../domain/reply.ts';
import type { BotContext } from '../context.ts';
import { type Desk, destination } from '../groups/desk.ts';
import { type Rights, rightsOf } from '../groups/members.ts';
import { readScene, type Scene } from '../groups/scene.ts';
import { onCommand } from '../on-command.ts';
import { hint } from './faq.ts';

/** `/setup`, and the same text once when the bot joins a group. A change of its rights is told to who made it. */
export function setup(desk: Desk): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  const groups = feature.chatType(['group', 'supergroup']);
  const tellSetup = async (context: BotContext): Promise<void> => {
    const scene = readScene(context);
    if (!scene) return;
    if (!(await desk.members.isAdmin(scene.chatId, scene.caller))) return hint(desk, scene, 'only-admins');
    desk.members.forget(scene.chatId);
    const reply = await describe(desk, context, await desk.rights(scene));
    if (await desk.whisper(scene, reply)) return;
    const replyTo = scene.message?.message_id;
    await desk.speaker.post({ ...destination(scene), ...(replyTo ? { replyTo } : {}) }, reply);
  };
  onCommand(groups, 'setup', tellSetup);
  // What Telegram sends after "Give me these rights".
  onCommand(groups, 'start', (context, next) =>
    String(context.match).trim() === 'setup' ? tellSetup(context) : next(),
  );
  groups.on('my_chat_member', (context) => {
    const scene = readScene(context);
    const { old_chat_member: before, new_chat_member: after } = context.myChatMember;
    return scene ? onChange(desk, context, scene, before, after) : undefined;
  });
  return feature;
}

async function onChange(
  desk: Desk,
  context: BotContext,
  scene: Scene,
  before: ChatMember,
  after: ChatMember,
): Promise<void> {
  const { chatId, caller } = scene;
  desk.members.forget(chatId);
  if (!isIn(after)) return;
  const rights = rightsOf(after);
  if (!isIn(before)) {
    if (desk.moved.delete(chatId) || !rights.maySend) return;
    await desk.speaker.post({ chatId }, await describe(desk, context, rights));
  } else if (rights.admin && caller.userId !== undefined && !context.from?.is_bot) {
    await desk.whisper(scene, await describe(desk, context, rights));
  }
}

function isIn(member: ChatMember): boolean {
  return member.status === 'restricted' ? member.is_member : !['left', 'kicked'].includes(member.status);
}

async function describe(
  { api, assistant, memory }: Desk,
  { chat }: BotContext,
  rights: Rights,
): Promise<Reply> {
  const me = await api.getMe();
  const { tellAdmins } = await memory.settings(chat?.id ?? 0);
  return showSetup(assistant.content, {
    ...rights,
    tellAdmins,
    basic: chat?.type === 'group',
    topics: chat?.type === 'supergroup' && chat.is_forum === true,
    readsAll: me.can_read_all_group_messages,
    inline: me.supports_inline_queries,
    guest: me.supports_guest_queries === true,
  });
}
