import { Composer } from 'grammy';
import { privateButton } from '../../answering/compose-public.ts';
import { isSafetyClass } from '../../domain/ids.ts';
import { Reply } from '../../domain/reply.ts';
import type { BotContext, QuietContext } from '../context.ts';
import { isUrgent, postSafety } from '../groups/answer-group.ts';
import { type Desk, destination } from '../groups/desk.ts';
import { readScene, type Scene, whisperIdOf } from '../groups/scene.ts';
import { onCommand } from '../on-command.ts';
import { readAbout } from '../read-about.ts';
import { tellNotice } from './faq.ts';

/** `/ask`: a question and an answer that only the one who asks can see. */
export function ask(desk: Desk): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  onCommand(feature, 'ask', async (context: QuietContext) => {
    const scene = readScene(context);
    const text = typeof context.match === 'string' ? context.match.trim() : '';
    if (scene) return answerAsk(desk, scene, text);
    const { assistant } = desk;
    const about = await readAbout(desk, context.msg);
    const conversation = `${context.chat?.id}:${context.from?.id}`;
    if (text === '') return context.say(assistant.say('welcome'));
    const question = { text, surface: 'private', addressed: true, conversation, about } as const;
    return context.answer(question, assistant.ask(question));
  });
  return feature;
}

async function answerAsk(desk: Desk, scene: Scene, text: string): Promise<void> {
  const { assistant, limits } = desk;
  if (text === '') return tellNotice(desk, scene, 'ask-usage');
  const whispered = whisperIdOf(scene.message) !== undefined;
  const canWhisper = scene.caller.userId !== undefined && (whispered || (await desk.rights(scene)).admin);
  if (!canWhisper) return answerAloud(desk, scene, text);

  const conversation = scene.caller.key;
  const about = await readAbout(desk, scene.message);
  const outcome = assistant.ask({ text, surface: 'ephemeral', addressed: true, conversation, about });
  const { decision, reply } = outcome;
  desk.keeper?.count(decision);
  if (decision.kind !== 'safety' && !(await limits.mayWhisper(conversation))) {
    return tellNotice(desk, scene, 'faq-wait');
  }
  // Two answers would be longer than a whisper may be: each gets one of its own.
  const replies =
    decision.kind === 'answer' && decision.ids.length > 1
      ? decision.ids.map((id) =>
          assistant.press({ do: 'answer', id }, { surface: 'ephemeral', conversation }),
        )
      : [reply];
  const urgent = decision.kind === 'safety' && isUrgent(decision.classes[0]);
  for (const each of replies) {
    if (each && !(await desk.whisper(scene, each, { urgent }))) return answerAloud(desk, scene, text);
  }
  const command = scene.message?.message_id;
  if (!whispered && command !== undefined && (await desk.rights(scene)).mayDelete) {
    await desk.speaker.remove({ chatId: scene.chatId, messageId: command });
  }
}

/** Where the bot cannot whisper: one line that says so, and a door that carries the id of the answer, never the question. */
async function answerAloud(desk: Desk, scene: Scene, text: string): Promise<void> {
  const { assistant, memory, speaker } = desk;
  const conversation = scene.caller.key;
  const about = await readAbout(desk, scene.message);
  const question = { text, surface: 'group', addressed: true, conversation, about } as const;
  const { decision, reply } = assistant.ask(question);
  const replyTo = whisperIdOf(scene.message) === undefined ? scene.message?.message_id : undefined;
  if (decision.kind === 'safety' && reply) {
    const settings = await memory.settings(scene.chatId);
    const job = { scene, settings, replyTo, command: undefined, allowed: [], note: undefined, conversation };
    return postSafety(desk, job, reply, decision.classes[0]);
  }
  const { notices, standing } = assistant.content;
  const id = decision.kind === 'answer' ? decision.ids[0] : 'topics';
  const door = isSafetyClass(id) ? 'topics' : id;
  const line = Reply.notice(notices['ask-visible'], standing, {
    buttons: [[privateButton(assistant.content, door)]],
  });
  await speaker.post({ ...destination(scene), ...(replyTo ? { replyTo } : {}) }, line);
}
