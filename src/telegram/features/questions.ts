import { Composer } from 'grammy';
import type { BotContext, QuietContext } from '../context.ts';
import type { Desk } from '../groups/desk.ts';
import { readAbout } from '../read-about.ts';
import { readQuestion } from '../read-question.ts';

/** Everything with words in it, captions and forwarded messages too, goes through the spine. */
export function questions(desk: Desk): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on(['message:text', 'message:caption'], async (context: QuietContext) => {
    const question = readQuestion(context);
    if (!question) return;
    const about = await readAbout(desk, context.msg);
    await context.answer(question, desk.assistant.ask({ ...question, about }));
  });
  return feature;
}
