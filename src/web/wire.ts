/* What goes between the program and its page. The page is built from these same types. */

import type { Explanation } from '../answering/explanation.ts';

/** A run of a text in one style, as the Bot API gives it: offsets count UTF-16 units. */
export interface WireEntity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

/** A button under a message: it calls the bot back, or opens an address. */
export interface WireButton {
  readonly text: string;
  readonly data?: string;
  readonly url?: string;
}

export interface WireText {
  readonly text: string;
  readonly entities: readonly WireEntity[];
  readonly buttons: readonly (readonly WireButton[])[];
}

/** A message as it is shown. */
export interface WireMessage extends WireText {
  readonly room: RoomId;
  /** Names the message within its room. */
  readonly key: string;
  /** Id of the person, or `bot`. */
  readonly from: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly topic?: number;
  /** Key of the message that is answered. */
  readonly replyTo?: string;
  readonly edited?: boolean;
  /** Id of the only person who sees it. */
  readonly onlyFor?: string;
  /** Sent by a person through the bot. */
  readonly via?: boolean;
  /** The bot was not given this message: it is not meant for the bot, which reads no other as a plain member. */
  readonly unseen?: boolean;
  /** Number under which the reasons for the answer can be asked for. */
  readonly why?: number;
}

/** One thing that changed, in order. */
export type Change = { readonly seq: number } & (
  | { readonly kind: 'put'; readonly message: WireMessage }
  | { readonly kind: 'delete'; readonly room: RoomId; readonly key: string }
  | { readonly kind: 'pin'; readonly room: RoomId; readonly key: string }
  /** A press was answered by opening an address. */
  | { readonly kind: 'open'; readonly url: string }
  | { readonly kind: 'rights'; readonly room: RoomId; readonly admin: boolean }
  /** What Telegram would have refused, or what the bot logged as a failure. */
  | { readonly kind: 'problem'; readonly text: string }
);

export const ROOMS = ['private', 'group', 'elsewhere', 'forum'] as const;
export type RoomId = (typeof ROOMS)[number];

export interface WirePerson {
  readonly id: string;
  readonly name: string;
  readonly admin: boolean;
}

/** A chat as one of its people sees it. */
export interface WireView {
  readonly id: string;
  readonly room: RoomId;
  /** Who looks, and writes. */
  readonly as: string;
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  /** What to try here; `by` others than who looks. */
  readonly samples: readonly { readonly by?: string; readonly text: string; readonly hint?: string }[];
}

export interface WireCommand {
  readonly command: string;
  readonly description: string;
}

/** What a page gets when it opens. */
export interface Opening {
  readonly session: string;
  readonly bot: { readonly name: string; readonly username: string; readonly description: string };
  readonly people: readonly WirePerson[];
  readonly views: readonly WireView[];
  readonly topics: readonly { readonly id: number; readonly name: string }[];
  /** Commands in private chats, for members and for admins. */
  readonly commands: {
    readonly private: readonly WireCommand[];
    readonly member: readonly WireCommand[];
    readonly admin: readonly WireCommand[];
  };
  readonly changes: readonly Change[];
}

/** A card of inline mode. */
export interface WireCard extends WireText {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

export interface Cards {
  readonly cards: readonly WireCard[];
  readonly button?: { readonly text: string; readonly start: string };
}

export interface Acted {
  readonly changes: readonly Change[];
  readonly inline?: Cards;
}

/** Why a message got its answer, with titles beside the ids. */
export interface Why extends Omit<Explanation, 'read' | 'as' | 'candidates' | 'thresholds'> {
  readonly text: string;
  readonly kind: string;
  readonly confidence: number;
  readonly answers: readonly { readonly id: string; readonly title: string }[];
  readonly read?: string;
  readonly as?: string;
  readonly candidates: readonly (Explanation['candidates'][number] & { readonly title: string })[];
  readonly thresholds: NonNullable<Explanation['thresholds']>;
}

/** A line of the content view. */
export interface AnswerLine {
  readonly id: string;
  readonly title: string;
  readonly group: string;
  readonly kind: string;
  readonly level: string;
  /** A wording in which the search was found, where it is not in the title. */
  readonly found?: string;
}

export interface AnswerList {
  readonly version: string;
  readonly total: number;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly answers: readonly AnswerLine[];
}

export interface AnswerDetail extends AnswerLine {
  readonly surfaces: readonly {
    readonly surface: string;
    readonly caveats: readonly string[];
    readonly shown: WireText;
  }[];
  readonly citations: readonly { readonly paragraph: number; readonly quote: string }[];
  readonly document: readonly string[];
  readonly phrasings: readonly string[];
  readonly related: readonly { readonly id: string; readonly title: string }[];
}

/** A problem that `npm run check` would print. */
export interface WireProblem {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly message: string;
}
