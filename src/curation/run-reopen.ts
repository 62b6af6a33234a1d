import { itemOf, reopenItem } from './queue.ts';
import type { CurateOptions } from './session.ts';

/** Walks through proposals that were decided, the newest first, and puts those back on the list that the curator picks. */
export async function runReopen({
  stores,
  dialogue,
  now,
}: Pick<CurateOptions, 'dialogue' | 'now'> & {
  readonly stores: Pick<CurateOptions['stores'], 'proposals'>;
}): Promise<number> {
  const decided = await stores.proposals.list('done');
  let reopened = 0;
  for (const proposal of decided.toReversed()) {
    const { kind, answerId, texts, done } = proposal;
    const what = kind === 'wording' ? `wording of ${answerId}` : 'not covered';
    dialogue.say(`── ${what} · ${done?.outcome}\n${texts.map((text) => `  "${text}"`).join('\n')}`);
    const line = await dialogue.ask('r reopens · Enter goes on · q quit\n› ');
    const typed = line?.trim().toLowerCase();
    if (typed === undefined || typed === 'q') break;
    if (typed !== 'r') continue;
    await reopenItem(stores.proposals, itemOf(proposal), now());
    reopened += 1;
    dialogue.say('It is on the list again.');
  }
  return reopened;
}
