import { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import { idOfCard } from '../deliver.ts';
import type { Desk } from '../groups/desk.ts';

/**
 * Notes which answers were sent from an inline list, so that they can be mended: the id that Telegram gives for the
 * message, never who sent it or where to. Telegram says so only when the owner has turned inline feedback on.
 */
export function inlineCopies({ assistant, memory, botName, now }: Desk): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on('chosen_inline_result', async ({ chosenInlineResult }) => {
    const { inline_message_id: inlineId, result_id: card } = chosenInlineResult;
    if (inlineId === undefined) return;
    const look = { inMenu: false, botName: botName() };
    const { answers, version } = assistant.content;
    const sent = [...answers.values()].find(
      ({ id, kind }) =>
        kind !== 'talk' &&
        idOfCard(assistant.press({ do: 'answer', id }, { surface: 'inline' }), look) === card,
    );
    if (!sent) return;
    await memory.posted({ place: { inlineId }, answerId: sent.id, form: 'short', version, at: now() });
  });
  return feature;
}
