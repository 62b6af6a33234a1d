import { showCandidates } from '../../answering/compose-public.ts';
import type { Outcome } from '../../answering/respond.ts';
import type { Buttons } from '../../domain/button.ts';
import type { AnswerId, SafetyClass } from '../../domain/ids.ts';
import { Reply } from '../../domain/reply.ts';
import type { GroupSettings } from '../../domain/stores.ts';
import { NOTE_CHARACTERS } from '../../domain/unchecked-text.ts';
import { buttonTo } from './button-to.ts';
import { type Desk, destination, SHORT_MS } from './desk.ts';
import type { Scene } from './scene.ts';
import { tellAdmins } from './tell-admins.ts';

/** What is to be answered in a group, and for whom. */
export interface Job {
  readonly scene: Scene;
  readonly settings: GroupSettings;
  /** The message that is answered; undefined: the answer stands alone. */
  readonly replyTo: number | undefined;
  /** The command to take away once its answer stands. */
  readonly command: number | undefined;
  /** Who may remove the answer, beside admins. */
  readonly allowed: readonly number[];
  /** A moderator's own words under the answer. */
  readonly note: string | undefined;
  readonly conversation: string | undefined;
}

/** What was decided, and what is to be said. */
export type Decided = Pick<Outcome, 'decision' | 'reply'>;

/** Does in a group what was decided: one message at most, to all or to the caller alone. */
export async function answerGroup(desk: Desk, job: Job, { decision, reply }: Decided): Promise<void> {
  if (!reply) return;
  const { scene, settings } = job;
  switch (decision.kind) {
    case 'safety':
      return postSafety(desk, job, reply, decision.classes[0]);
    case 'answer':
      return postAnswer(desk, job, reply, decision.ids);
    case 'talk':
      return postAnswer(desk, job, reply, []);
    case 'suggestions':
      return offer(
        desk,
        job,
        decision.candidates.map(({ id }) => id),
      );
    default:
      return desk.tell(scene, reply, settings.removeNoAnswersAfterMinutes * 60_000);
  }
}

/** A safety text in its public form. Emergency and crisis texts go out whatever was sent before. */
export async function postSafety(desk: Desk, job: Job, reply: Reply, of: SafetyClass): Promise<void> {
  const { scene, settings, replyTo } = job;
  const { notices, standing } = desk.assistant.content;
  const urgent = isUrgent(of);
  // A helpline for a crisis must not stand in the way of the call for an ambulance.
  const line = of === 'crisis' ? helplineOf(settings) : undefined;
  const shown = line ? reply.with(standing, { below: [notices[line]] }) : reply;
  const at = await desk.speaker.post(
    { ...destination(scene), ...(replyTo === undefined ? {} : { replyTo }) },
    shown,
    { urgent },
  );
  await clearCommand(desk, job);
  if (at && 'messageId' in at && urgent && settings.tellAdmins) await tellAdmins(desk, scene, at.messageId);
}

/** A safety text that someone called by its id. */
export async function postCalled(desk: Desk, scene: Scene, id: SafetyClass): Promise<void> {
  const reply = desk.assistant.follow(id, { surface: 'group' });
  const settings = await desk.memory.settings(scene.chatId);
  await postSafety(desk, { scene, settings, replyTo: scene.message?.message_id, ...NOTHING_MORE }, reply, id);
}

/** The rest of a job that only shows a safety text. */
export const NOTHING_MORE = { command: undefined, allowed: [], note: undefined, conversation: undefined };

export function isUrgent(of: SafetyClass): boolean {
  return of === 'medical-emergency' || of === 'crisis';
}

const HELPLINES = ['helpline-us-canada', 'helpline-uk-ireland', 'helpline-australia'] as const;

function helplineOf({ helpline }: GroupSettings) {
  return HELPLINES.find((id) => id === helpline);
}

/** Posts an answer, or a link to it when the same one stands in the same topic already. */
export async function postAnswer(
  desk: Desk,
  job: Job,
  reply: Reply,
  ids: readonly AnswerId[],
): Promise<void> {
  const { scene, replyTo, allowed, note } = job;
  const { assistant, answered, speaker } = desk;
  const [id] = ids;
  if (id !== undefined && replyTo !== undefined && answered.has(scene.chatId, replyTo, id)) {
    return clearCommand(desk, job);
  }
  const { content } = assistant;
  const earlier = id !== undefined && ids.length === 1 ? await findEarlier(desk, job, id) : undefined;
  const extra =
    note === undefined ? {} : { note: { label: content.notices['note-of-moderator'], text: note } };
  const remove: Buttons = [[{ label: content.labels.remove, action: { do: 'remove', allowed } }]];
  const shown = earlier
    ? pointTo(desk, scene, earlier).with(content.standing, extra)
    : reply.with(content.standing, { buttons: remove, ...extra });
  const target = earlier !== undefined && scene.basic ? earlier : replyTo;
  const to = { ...destination(scene), ...(target === undefined ? {} : { replyTo: target }) };
  const at = await speaker.post(to, shown);
  if (!at || !('messageId' in at)) return;
  if (earlier) desk.said.note(at, shown, ids);

  if (id !== undefined && replyTo !== undefined) answered.add(at.chatId, replyTo, id, at.messageId);
  const place = { chatId: at.chatId, threadId: scene.threadId, messageId: at.messageId };
  if (!earlier && reply.caveats.some((caveat) => caveat !== 'general')) {
    const { version } = content;
    // In the order in which they stand in the message.
    for (const [i, each] of ids.entries()) {
      await desk.memory.posted({ place, answerId: each, form: 'short', version, at: desk.now() + i });
    }
  }
  await clearCommand(desk, job);
}

async function findEarlier(desk: Desk, { scene, settings }: Job, id: AnswerId): Promise<number | undefined> {
  const window = settings.alreadyAnsweredMinutes * 60_000;
  if (window <= 0) return undefined;
  const copy = await desk.memory.newest(scene.chatId, scene.threadId, id, desk.now() - window);
  return copy && 'messageId' in copy.place ? copy.place.messageId : undefined;
}

/** One line that names no treatment, and the way to the answer. */
function pointTo({ assistant }: Desk, scene: Scene, messageId: number): Reply {
  const { notices, labels, standing } = assistant.content;
  const buttons = buttonTo(scene, messageId, labels['see-answer']);
  return Reply.notice(notices['already-answered'], standing, { buttons });
}

/** Shows candidates to the caller alone; where that cannot be, with buttons that only the caller can press. */
async function offer(desk: Desk, job: Job, ids: readonly AnswerId[]): Promise<void> {
  const { scene, replyTo, command, allowed, note, conversation } = job;
  const { tickets, speaker, assistant } = desk;
  const { userId } = scene.caller;
  const ticket = tickets.open({ userId, ids, replyTo, command, allowed, note, conversation });
  const reply = showCandidates(assistant.content, ids, ticket);
  const call = scene.message?.message_id;
  const at =
    (await desk.whisper(scene, reply)) ??
    (await speaker.post({ ...destination(scene), ...(call ? { replyTo: call } : {}) }, reply));
  if (!at) {
    tickets.close(ticket);
    return;
  }
  tickets.place(ticket, at);
  desk.later(SHORT_MS, async () => {
    const left = tickets.close(ticket);
    if (left) await speaker.remove(left);
  });
}

/** Takes the command away that led to an answer, where the bot may. */
async function clearCommand(desk: Desk, { scene, command, replyTo }: Job): Promise<void> {
  if (command === undefined || command === replyTo || command === 0) return;
  if (!(await desk.rights(scene)).mayDelete) return;
  await desk.speaker.remove({ chatId: scene.chatId, messageId: command });
}

/** A moderator's note as one line; undefined when it is too long. */
export function readNote(text: string): string | undefined {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= NOTE_CHARACTERS ? line : undefined;
}
