import { Composer } from 'grammy';
import { readSetting, showSettings } from '../../answering/show-settings.ts';
import type { Reply } from '../../domain/reply.ts';
import type { GroupSettings } from '../../domain/stores.ts';
import { isHarmless } from '../api-errors.ts';
import type { BotContext, QuietContext } from '../context.ts';
import { editReply, type Sent } from '../deliver.ts';
import { type Desk, destination } from '../groups/desk.ts';
import { readScene, type Scene, whisperIdOf } from '../groups/scene.ts';
import { onCommand } from '../on-command.ts';
import { hint } from './faq.ts';

/** `/settings`: what admins choose for their group, by buttons. */
export function settings(desk: Desk): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  onCommand(feature.chatType(['group', 'supergroup']), 'settings', async (context: QuietContext) => {
    const scene = readScene(context);
    if (!scene) return;
    if (!(await desk.members.isAdmin(scene.chatId, scene.caller))) return hint(desk, scene, 'only-admins');
    const reply = await describe(desk, scene, await desk.memory.settings(scene.chatId));
    if (await desk.whisper(scene, reply)) return;
    const replyTo = scene.message?.message_id;
    await desk.speaker.post({ ...destination(scene), ...(replyTo ? { replyTo } : {}) }, reply);
  });
  return feature;
}

/** Does what a button of the settings says, for admins. Who pressed is not shown and not kept. */
export async function changeSetting(desk: Desk, scene: Scene, place: string, choice: number): Promise<void> {
  const { members, memory, api, speaker } = desk;
  const { chatId, caller } = scene;
  const { userId } = caller;
  if (userId === undefined || !(await members.isAdminId(chatId, userId))) return;
  const at = placeOf(scene, userId);
  if (place === 'done') return void (at && (await speaker.remove(at)));
  const change = readSetting(place, choice);
  const now = change ? await memory.change(chatId, change) : await memory.settings(chatId);
  if (!at) return;
  const look = { inMenu: false, botName: desk.botName() };
  await editReply(api, at, await describe(desk, scene, now), look).catch((error: unknown) => {
    if (!isHarmless(error)) throw error;
  });
}

async function describe(desk: Desk, scene: Scene, settings: GroupSettings): Promise<Reply> {
  return showSettings(desk.assistant.content, settings, (await desk.rights(scene)).admin);
}

function placeOf({ chatId, message }: Scene, userId: number): Sent | undefined {
  const whisperId = whisperIdOf(message);
  if (whisperId !== undefined) return { chatId, userId, whisperId };
  return message ? { chatId, messageId: message.message_id } : undefined;
}
