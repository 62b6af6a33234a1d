import { Composer } from 'grammy';
import { usefulAnswers } from '../../answering/show-links.ts';
import type { AnswerId } from '../../domain/ids.ts';
import { answersMeant } from '../../domain/ids-of.ts';
import type { Reply } from '../../domain/reply.ts';
import { isHarmless } from '../api-errors.ts';
import type { BotContext } from '../context.ts';
import { answerInline } from '../deliver.ts';
import type { Desk } from '../groups/desk.ts';

const MOST_CARDS = 5;
/** Short: a card of old content is shown for half a minute at most. */
const CACHE_SECONDS = 30;

/** `@bot words` in any chat. The words are looked at each time they change; nothing of them is kept. */
export function inline(desk: Desk): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on('inline_query', async ({ inlineQuery, me, api }) => {
    const { cards, opens } = chooseCards(desk, inlineQuery.query.trim());
    const button = desk.assistant.content.labels['ask-in-private'];
    const answer = { queryId: inlineQuery.id, cards, button, opens, cacheSeconds: CACHE_SECONDS };
    await answerInline(api, answer, { inMenu: false, botName: me.username }).catch((error: unknown) => {
      if (!isHarmless(error)) throw error;
    });
  });
  return feature;
}

function chooseCards({ assistant }: Desk, text: string): { cards: readonly Reply[]; opens: string } {
  const card = (id: AnswerId): Reply => assistant.press({ do: 'answer', id }, { surface: 'inline' });
  if (text === '') return { cards: usefulAnswers(assistant.content, MOST_CARDS).map(card), opens: 'topics' };
  const { decision, reply, judged } = assistant.ask({ text, surface: 'inline', addressed: true });
  if (decision.kind === 'safety') return { cards: reply ? [reply] : [], opens: decision.classes[0] };
  const near = (judged?.near ?? [])
    .filter(({ confidence }) => confidence >= (judged?.bars.candidate ?? 1))
    .map(({ id }) => id);
  const ids = answersMeant(decision);
  const all = ids.length > 0 ? [...new Set([...ids, ...near])].slice(0, MOST_CARDS) : [];
  return { cards: all.map(card), opens: ids[0] ?? 'topics' };
}
