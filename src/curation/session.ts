import type { Mind } from '../answering/mind.ts';
import type { Edit } from './edit-intents.ts';
import type { Verdict } from './judge-questions.ts';
import type { CurationStores, Item } from './queue.ts';
import type { Labelled } from './read-labelled.ts';

/** The curator's terminal, or anything that stands in for it. */
export interface Dialogue {
  /** Shows a prompt and waits for a line. Undefined: there will be no more. */
  ask(prompt: string): Promise<string | undefined>;
  say(text: string): void;
}

export interface CurateOptions {
  /** Folder that holds `content/` and `intents/`. */
  readonly root: string;
  /** The bot as its files are now. */
  readonly mind: Mind;
  readonly questions: readonly Labelled[];
  readonly stores: CurationStores;
  readonly dialogue: Dialogue;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A decision that can be taken back. */
export interface Done {
  readonly item: Item;
  /** Absent: the item was ignored. */
  readonly edit?: Edit;
  /** The bot and what it answered before the edit. */
  readonly before: Pick<Session, 'mind' | 'verdicts'>;
}

/** What a run of `curate` remembers. */
export interface Session extends Omit<CurateOptions, 'mind'> {
  mind: Mind;
  /** What becomes of the labelled questions now. Undefined: not asked yet. */
  verdicts: readonly Verdict[] | undefined;
  readonly done: Done[];
}
