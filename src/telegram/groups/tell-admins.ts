import { Reply } from '../../domain/reply.ts';
import { buttonTo } from './button-to.ts';
import type { Desk } from './desk.ts';
import type { Scene } from './scene.ts';

/** So many admins are told at most: a whisper to each. */
const MOST = 10;

/** Whispers to the admins that a safety text went out, with a link and without a word of the message. Only admin bots can. */
export async function tellAdmins(desk: Desk, scene: Scene, messageId: number): Promise<void> {
  if (!(await desk.rights(scene)).admin) return;
  const { notices, labels, standing } = desk.assistant.content;
  const { chatId } = scene;
  const reply = Reply.notice(notices['help-needed'], standing, {
    buttons: buttonTo(scene, messageId, labels['see-message']),
  });
  for (const userId of (await desk.members.admins(chatId)).slice(0, MOST)) {
    await desk.speaker.whisper({ chatId, whisper: { userId } }, reply, true);
  }
}
