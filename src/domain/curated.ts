import type { AnswerId, CaveatId, LevelId, SafetyClass } from './ids.ts';
import type { Minted } from './minted.ts';
import type { NonEmpty } from './non-empty.ts';
import type { Block } from './rich-text.ts';

/** The line under every text about the treatment. */
export type StandingCaveat = Minted<{ readonly id: 'general'; readonly text: string }>;

/** The specific caveat of an answer. See `content/caveats.yaml` for what each field is for. */
export type LevelCaveat = Minted<{
  readonly id: LevelId;
  /** First words of the reply, such as `Experimental`: what a notification or a forwarded preview shows. */
  readonly label: string;
  readonly text: string;
  readonly place: 'before' | 'after';
  readonly quoteLabel: string;
  /** The levels that this text covers: itself, or those that a merged caveat joins. */
  readonly standsFor: NonEmpty<CaveatId>;
}>;

/** Where a command is listed: private chats, groups, and groups as their admins see them. */
export const COMMAND_PLACES = ['private', 'groups', 'admins'] as const;
export type CommandPlace = (typeof COMMAND_PLACES)[number];

/** A command of the bot as Telegram lists it. Its description never names the treatment: it is shown without a caveat. */
export type Command = Minted<{
  readonly command: string;
  readonly description: string;
  readonly places: readonly CommandPlace[];
  /** Whether in groups only the sender sees the command and its answer. */
  readonly whispered: boolean;
}>;

/** A passage of the document, found there verbatim. Only `knowledge/find-quote.ts` makes one. */
export type Citation = Minted<{ readonly paragraph: number; readonly quote: string }>;

/** A short caption for a button, from `content/`. One that names the treatment brings the standing line with it. */
export type Label = Minted<{ readonly text: string; readonly naming: boolean }>;

/** A paragraph of the document in pieces, cut so that no figure stands far from the caveat over it. */
export type Passage = Minted<{
  readonly paragraph: number;
  readonly level: LevelId;
  readonly label: Label;
  readonly pieces: NonEmpty<string>;
}>;

/** An answer about the treatment: it always has a level, and so always a caveat. */
export type MedicalAnswer = Minted<{
  readonly kind: 'covered' | 'not-covered';
  readonly id: AnswerId;
  readonly group: string;
  readonly title: string;
  /** Caption of a button that opens the answer. */
  readonly label: Label;
  readonly level: LevelId;
  readonly body: NonEmpty<Block>;
  /** For groups and inline cards. */
  readonly short: NonEmpty<Block>;
  readonly citations: readonly Citation[];
  readonly related: readonly AnswerId[];
  /** Whether the text names an amount of the drug: such an answer is withheld after a self-administration message. */
  readonly namesDose: boolean;
}>;

/** A reply to talk about the bot itself. `naming` says whether it names the treatment and so needs the standing line. */
export type TalkAnswer = Minted<{
  readonly kind: 'talk';
  readonly id: AnswerId;
  readonly group: string;
  readonly title: string;
  readonly label: Label;
  readonly naming: boolean;
  readonly body: NonEmpty<Block>;
  readonly related: readonly AnswerId[];
}>;

export type Answer = MedicalAnswer | TalkAnswer;

/** `other`: about someone else. `repeat`: the same person within the hour. `public`: in a group, no label, no quote. */
export const SAFETY_FORMS = ['self', 'other', 'repeat', 'public'] as const;
export type SafetyForm = (typeof SAFETY_FORMS)[number];

/** A fixed text for a safety class. It holds no figure, and no user text is ever put into it. */
export type SafetyText = Minted<{
  readonly id: SafetyClass;
  /** Title of the one inline card. */
  readonly card: string;
  readonly naming: boolean;
  readonly forms: Readonly<Record<SafetyForm, NonEmpty<Block>>>;
}>;

/** Any other sentence that the bot can say. `naming` as in {@link TalkAnswer}. */
export type Notice = Minted<{
  readonly id: string;
  readonly naming: boolean;
  readonly body: NonEmpty<Block>;
}>;
