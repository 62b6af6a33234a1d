import { Composer } from 'grammy';
import { showLinks, showSafetyLink } from '../../answering/show-links.ts';
import { type AnswerId, answerId, isSafetyClass } from '../../domain/ids.ts';
import { answersMeant } from '../../domain/ids-of.ts';
import { Reply } from '../../domain/reply.ts';
import type { BotContext, QuietContext } from '../context.ts';
import { NOTHING_MORE, postSafety } from '../groups/answer-group.ts';
import type { Desk } from '../groups/desk.ts';
import { readScene, type Scene } from '../groups/scene.ts';
import { deepLink } from '../links.ts';
import { onCommand } from '../on-command.ts';
import { hint } from './faq.ts';

/** `/link`: a line to paste that opens an answer, in private and in groups. */
export function link(desk: Desk): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  onCommand(feature, 'link', async (context: QuietContext) => {
    const scene = readScene(context);
    const text = typeof context.match === 'string' ? context.match.trim() : '';
    if (!scene) return context.say(readLink(desk, text, 'private').reply);
    const found = readLink(desk, text, 'group');
    const settings = await desk.memory.settings(scene.chatId);
    if (found.danger !== undefined) {
      const replyTo = scene.message?.message_id;
      const job = { scene, settings, replyTo, ...NOTHING_MORE };
      return postSafety(desk, job, found.reply, found.danger);
    }
    if (!(await mayCall(desk, scene, settings.coolDownSeconds))) return hint(desk, scene, 'faq-wait');
    return desk.tell(scene, found.reply, 0);
  });
  return feature;
}

async function mayCall(
  { members, limits }: Desk,
  { chatId, caller }: Scene,
  pause: number,
): Promise<boolean> {
  return (await members.isAdmin(chatId, caller)) || limits.mayAsk(caller.key, pause);
}

function readLink({ assistant, botName }: Desk, text: string, surface: 'private' | 'group') {
  const { content } = assistant;
  const linkOf = (id: AnswerId): string => deepLink(botName(), id);
  const usage = Reply.notice(content.notices['link-usage'], content.standing);
  if (text === '') return { reply: usage, danger: undefined };
  const id = text.toLowerCase();
  if (isSafetyClass(id)) {
    return { reply: showSafetyLink(content, id, deepLink(botName(), id)), danger: undefined };
  }
  const named = showLinks(content, [answerId(id)], true, linkOf);
  if (named) return { reply: named, danger: undefined };
  const { decision, reply } = assistant.ask({ text, surface, addressed: true });
  const danger = decision.kind === 'safety' ? decision.classes[0] : undefined;
  const ids = decision.kind === 'talk' ? [decision.id] : answersMeant(decision);
  const lines = showLinks(content, ids, decision.kind !== 'suggestions', linkOf);
  return { reply: lines ?? reply ?? usage, danger };
}
