import { Composer } from 'grammy';
import type { Assistant } from '../../answering/assistant.ts';
import type { BotContext, QuietContext } from '../context.ts';
import { readQuestion } from '../read-question.ts';

/** Everything with words in it, captions and forwarded messages too, goes through the spine. */
export function questions(assistant: Assistant): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on(['message:text', 'message:caption'], async (context: QuietContext) => {
    const question = readQuestion(context);
    if (question) await context.answer(question, assistant.ask(question));
  });
  return feature;
}
