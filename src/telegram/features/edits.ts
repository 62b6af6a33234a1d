import { Composer } from 'grammy';
import type { Assistant } from '../../answering/assistant.ts';
import type { BotContext, QuietContext } from '../context.ts';
import { readQuestion } from '../read-question.ts';

/**
 * Edits are looked at for danger and never answered as questions. In a group only a threat to life that is said
 * outright is answered, whomever the message was meant for.
 */
export function edits(assistant: Assistant): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on('edited_message', async (context: QuietContext) => {
    const question = readQuestion(context);
    if (!question) return;
    const addressed = question.addressed && question.surface === 'private';
    const reply = assistant.guard({ ...question, addressed })?.reply;
    if (reply) await context.say(reply);
  });
  return feature;
}
