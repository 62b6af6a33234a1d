import { Composer } from 'grammy';
import type { Assistant } from '../../answering/assistant.ts';
import { privateButton } from '../../answering/compose-public.ts';
import { answerId, isSafetyClass } from '../../domain/ids.ts';
import type { Question } from '../../domain/question.ts';
import { Reply } from '../../domain/reply.ts';
import type { BotContext, QuietContext } from '../context.ts';
import { placeOf } from '../read-question.ts';

type Place = ReturnType<typeof placeOf>;
type MenuPage = 'topics' | 'source';
type Page = (context: QuietContext, place: Place) => Promise<void>;

/** /start with its payload, and the pages that each have a command. */
export function commands(assistant: Assistant): Composer<BotContext> {
  const pages: Readonly<Record<string, Page>> = {
    help: (context, place) => context.say(assistant.follow('what-can-you-do', place)),
    privacy: (context, place) => context.say(assistant.follow('privacy', place)),
    safety: (context) => context.say(assistant.say('safety-promise')),
    topics: (context, place) => openMenu(assistant, context, place, 'topics'),
    source: (context, place) => openMenu(assistant, context, place, 'source'),
  };
  const feature = new Composer<BotContext>();
  feature.command('start', (context: QuietContext) => start(assistant, context));
  for (const [name, page] of Object.entries(pages)) {
    feature.command(name, async (context: QuietContext) => {
      const place = placeOf(context);
      if (!(await guard(assistant, context, place))) await page(context, place);
    });
  }
  return feature;
}

/** A menu in private; in a group the way there, because its pages would fill the group. */
function openMenu(assistant: Assistant, context: QuietContext, place: Place, page: MenuPage): Promise<void> {
  if (place.surface === 'private') return context.sayMenu(assistant.press({ do: page }, place));
  const { content } = assistant;
  const buttons = [[privateButton(content, page)]];
  return context.say(Reply.notice(content.notices['go-private'], content.standing, { buttons }));
}

/** A deep link opens its answer. What a person has typed after /start is looked at for danger, then for a question. */
async function start(assistant: Assistant, context: QuietContext): Promise<void> {
  const payload = textAfter(context);
  const place = placeOf(context);
  if (place.surface !== 'private') {
    if (await guard(assistant, context, place)) return;
    return openMenu(assistant, context, place, 'topics');
  }
  if (payload === '') return context.say(assistant.say('welcome'));
  if (payload === 'topics' || payload === 'source') return openMenu(assistant, context, place, payload);
  const known = isSafetyClass(payload) || assistant.content.answers.has(answerId(payload));
  if (known) return context.say(assistant.follow(payload, place));
  if (assistant.content.topics.some(({ group }) => group === payload)) {
    return context.sayMenu(assistant.press({ do: 'group', group: payload }, place));
  }
  if (await guard(assistant, context, place)) return;
  if (/^[\w-]{1,64}$/.test(payload)) return context.sayMenu(assistant.follow(payload, place));
  const question: Question = { ...place, text: payload, addressed: true };
  await context.answer(question, assistant.ask(question));
}

/** Answers what stands after a command when it calls for a safety text. Tells whether it did. */
async function guard(assistant: Assistant, context: QuietContext, place: Place): Promise<boolean> {
  const text = textAfter(context);
  if (text === '') return false;
  const question: Question = { ...place, text, addressed: true };
  const reply = assistant.guard(question)?.reply;
  if (reply) await context.say(reply);
  return reply !== undefined;
}

function textAfter({ match }: QuietContext): string {
  return typeof match === 'string' ? match.trim() : '';
}
