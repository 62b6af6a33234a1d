import type { Label } from './curated.ts';
import type { AnswerId } from './ids.ts';

/** What a button does that the spine answers. It carries ids, never text, so that it works when wordings change. */
export type Action =
  | { readonly do: 'answer'; readonly id: AnswerId }
  | { readonly do: 'topics' }
  | { readonly do: 'group'; readonly group: string }
  | { readonly do: 'source' }
  | { readonly do: 'passage'; readonly paragraph: number }
  | { readonly do: 'none' };

/** What a button does by itself, or where its channel knows more than the spine: who pressed it, and where. */
export type ChannelAction =
  /** Opens the private chat: at an answer, a safety text, a topic or a page, by its id; at the start without one. */
  | { readonly do: 'private'; readonly id?: string }
  /** Opens a message that was sent before. */
  | {
      readonly do: 'message';
      readonly chatId: number;
      readonly threadId?: number;
      readonly messageId: number;
    }
  /** Adds the bot to a group again, with the rights that it can use. */
  | { readonly do: 'promote' }
  /** Takes the message away, for these people and for admins. */
  | { readonly do: 'remove'; readonly allowed: readonly number[] }
  /** Picks from candidates that were shown to one person; 0 is none of them. */
  | { readonly do: 'pick'; readonly ticket: string; readonly place: number }
  /** Posts an answer that only one person sees to the group. */
  | { readonly do: 'show'; readonly id: AnswerId }
  /** Sets a setting of the group to one of its choices. */
  | { readonly do: 'set'; readonly setting: string; readonly choice: number }
  /** Says whether an answer was what one asked for. */
  | { readonly do: 'vote'; readonly id: AnswerId; readonly helped: boolean }
  /** Lets curators read the question above the button. */
  | { readonly do: 'release' }
  /** A curator's decision on questions that are alike. `tag` stands for the answer of a wording. */
  | {
      readonly do: 'decide';
      readonly group: string;
      readonly as: 'wording' | 'not-covered' | 'ignored';
      readonly tag?: string;
    };

export interface Button {
  readonly label: Label;
  readonly action: Action | ChannelAction;
}

/** Rows of buttons, top to bottom. */
export type Buttons = readonly (readonly Button[])[];

const SPINE: ReadonlySet<string> = new Set<Action['do']>([
  'answer',
  'topics',
  'group',
  'source',
  'passage',
  'none',
]);

/** Whether the spine knows what to do; else it is up to the channel. */
export function isAction(action: Action | ChannelAction): action is Action {
  return SPINE.has(action.do);
}
