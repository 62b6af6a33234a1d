import type { NoticeId } from '../../domain/ids.ts';
import type { GroupPress } from '../group-callback.ts';
import type { Desk } from '../groups/desk.ts';
import { type Scene, whisperIdOf } from '../groups/scene.ts';

/**
 * Why a press does nothing, to be told to the one who pressed; undefined where it is not refused here.
 *
 * @param shown whispers that were shown to their group, as `chat:number`
 */
export async function refusePress(
  { tickets, members }: Desk,
  { chatId, caller, message }: Scene,
  press: GroupPress,
  shown: ReadonlySet<string>,
): Promise<NoticeId | undefined> {
  const { userId } = caller;
  if (press.do === 'pick') {
    const ticket = tickets.get(press.ticket);
    if (!ticket || userId === undefined) return undefined;
    if (ticket.userId === undefined)
      return (await members.isAdminId(chatId, userId)) ? undefined : 'only-admins';
    return ticket.userId === userId ? undefined : 'not-yours';
  }
  const whisperId = whisperIdOf(message);
  if (press.do !== 'show' || whisperId === undefined) return undefined;
  // Two presses in a row: the second comes before the whisper is seen to be gone.
  return shown.has(`${chatId}:${whisperId}`) ? 'shown-already' : undefined;
}
