import type { Label } from './curated.ts';
import type { AnswerId } from './ids.ts';

/** What a button does. It carries ids, never text, so that it still works when wordings change. */
export type Action =
  | { readonly do: 'answer'; readonly id: AnswerId }
  | { readonly do: 'topics' }
  | { readonly do: 'group'; readonly group: string }
  | { readonly do: 'source' }
  | { readonly do: 'passage'; readonly paragraph: number }
  | { readonly do: 'none' };

export interface Button {
  readonly label: Label;
  readonly action: Action;
}

/** Rows of buttons, top to bottom. */
export type Buttons = readonly (readonly Button[])[];
