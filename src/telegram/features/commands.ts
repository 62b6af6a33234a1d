import { Composer } from 'grammy';
import type { Assistant } from '../../answering/assistant.ts';
import { privateButton } from '../../answering/compose-public.ts';
import { answerId, isSafetyClass } from '../../domain/ids.ts';
import type { Question } from '../../domain/question.ts';
import { Reply } from '../../domain/reply.ts';
import type { BotContext, QuietContext } from '../context.ts';
import { postCalled } from '../groups/answer-group.ts';
import type { Desk } from '../groups/desk.ts';
import { readScene } from '../groups/scene.ts';
import { onCommand } from '../on-command.ts';
import { readCommand } from '../read-command.ts';
import { placeOf, readQuestion } from '../read-question.ts';

type Place = ReturnType<typeof placeOf>;
type MenuPage = 'topics' | 'source';
type Page = (context: QuietContext, place: Place) => Promise<void>;

/** /start with its payload, and the pages that each have a command. */
export function commands(desk: Desk): Composer<BotContext> {
  const { assistant } = desk;
  const pages: Readonly<Record<string, Page>> = {
    help: (context, place) => context.say(assistant.follow('what-can-you-do', place)),
    privacy: (context, place) => context.say(assistant.follow('privacy', place)),
    safety: (context) => context.say(assistant.say('safety-promise')),
    topics: (context, place) => openMenu(assistant, context, place, 'topics'),
    source: (context, place) => openMenu(assistant, context, place, 'source'),
  };
  const feature = new Composer<BotContext>();
  onCommand(feature, 'start', (context: QuietContext) => start(desk, context));
  for (const [name, page] of Object.entries(pages)) {
    onCommand(feature, name, async (context: QuietContext) => {
      const place = placeOf(context);
      if (!(await guard(assistant, context, place))) await page(context, place);
    });
  }
  const direct = feature.chatType('private');
  direct.filter(
    ({ message, me }) => message !== undefined && readCommand(message, me) !== undefined,
    (context: QuietContext) => tellCommands(assistant, context),
  );
  return feature;
}

/** Commands of groups, which in private have nothing to do. */
const OF_GROUPS: ReadonlySet<string> = new Set(['settings', 'setup']);

/**
 * What to do in private with a command that does nothing there. It is never read as a question: its words were meant
 * for something else. Danger in them, and in the command itself, comes first all the same.
 */
async function tellCommands(assistant: Assistant, context: QuietContext): Promise<void> {
  const question = readQuestion(context);
  const danger = question && assistant.guard(question)?.reply;
  if (danger) return context.say(danger);
  const { name = '' } = (context.msg && readCommand(context.msg, context.me)) ?? {};
  return context.say(assistant.say(OF_GROUPS.has(name) ? 'command-of-groups' : 'unknown-command'));
}

/** A menu in private; in a group the way there, because its pages would fill the group. */
function openMenu(assistant: Assistant, context: QuietContext, place: Place, page: MenuPage): Promise<void> {
  if (place.surface === 'private') return context.sayMenu(assistant.press({ do: page }, place));
  const { content } = assistant;
  const buttons = [[privateButton(content, page)]];
  return context.say(Reply.notice(content.notices['go-private'], content.standing, { buttons }));
}

/**
 * A deep link opens its answer. Links carry ids and nothing else: what a person has typed there is looked at for danger,
 * and opens the menu.
 */
async function start(desk: Desk, context: QuietContext): Promise<void> {
  const { assistant } = desk;
  const payload = textAfter(context);
  const place = placeOf(context);
  if (place.surface !== 'private') {
    const scene = readScene(context);
    if (scene && isSafetyClass(payload)) return postCalled(desk, scene, payload);
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
  return context.sayMenu(assistant.follow(payload, place));
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
