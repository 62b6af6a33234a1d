import type { Proposal } from '../domain/curation-stores.ts';
import type { AnswerId } from '../domain/ids.ts';
import type { Stores } from '../domain/stores.ts';

/** Something that a curator decides on: a proposal from a chat, or questions that are alike. */
export interface Item {
  readonly from: 'proposal' | 'group';
  readonly id: string;
  readonly kind: Proposal['kind'] | undefined;
  readonly texts: readonly string[];
  readonly asked: number;
  readonly guess: AnswerId | undefined;
}

export type CurationStores = Pick<Stores, 'proposals' | 'unanswered'>;

const PAGE = 100;

/** Everything that waits for a curator: proposals, oldest first, then groups, most asked first, read as they are reached. */
export async function* readQueue({ proposals, unanswered }: CurationStores): AsyncGenerator<Item> {
  for (const proposal of await proposals.list('open')) yield itemOf(proposal);
  let after: string | undefined;
  do {
    const page = await unanswered.open({ after, limit: PAGE });
    for (const { id, texts, asked, bestGuess } of page.items)
      yield { from: 'group', id, kind: undefined, texts, asked, guess: bestGuess };
    after = page.next;
  } while (after !== undefined);
}

export function itemOf({ id, kind, texts, asked, answerId }: Omit<Proposal, 'done'>): Item {
  return { from: 'proposal', id, kind, texts, asked, guess: answerId };
}

/** What a curator decided. */
export type Choice =
  | { readonly as: 'wording'; readonly answerId: AnswerId }
  | { readonly as: 'not-covered' }
  | { readonly as: 'ignored' }
  | { readonly as: 'written' };

/**
 * Marks an item as done. `not-covered` leaves a proposal that stays open until someone has written the answer
 * (`written`). `elsewhere`: somebody had decided before; nothing was changed.
 */
export async function markItem(
  { proposals, unanswered }: CurationStores,
  item: Item,
  choice: Choice,
  at: number,
): Promise<'marked' | 'elsewhere'> {
  if (item.from === 'group') {
    const verdict = choice.as === 'written' ? ({ as: 'not-covered' } as const) : choice;
    const taken = await unanswered.take(item.id, verdict, at);
    if (taken === undefined || taken.before !== undefined) return 'elsewhere';
    const finished = choice.as === 'wording' || choice.as === 'written';
    if (taken.proposal !== undefined && finished) await proposals.markDone(taken.proposal, 'accepted', at);
    return 'marked';
  }
  const accepted = choice.as === 'wording' || choice.as === 'written';
  if (!(await proposals.markDone(item.id, accepted ? 'accepted' : 'rejected', at))) return 'elsewhere';
  if (choice.as === 'not-covered') await reopenItem(proposals, { ...item, kind: 'not-covered' }, at);
  return 'marked';
}

/** Puts what was decided back on the list, as an open proposal. */
export async function reopenItem(
  proposals: CurationStores['proposals'],
  { kind = 'wording', texts, asked, guess }: Item,
  at: number,
): Promise<Item> {
  const open = { kind, answerId: kind === 'wording' ? guess : undefined, texts, asked, at };
  return itemOf({ ...open, id: await proposals.add(open) });
}
