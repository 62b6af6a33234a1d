import type { Buttons } from './button.ts';
import type { LevelCaveat, MedicalAnswer, Notice, SafetyText, TalkAnswer } from './curated.ts';
import type { Numbers } from './fill-numbers.ts';
import type { NonEmpty } from './non-empty.ts';

/** One curated answer and the caveat of its level. */
export interface Section {
  readonly answer: MedicalAnswer;
  readonly caveat: LevelCaveat;
  readonly form: 'full' | 'short';
}

/** What a line to paste opens, and the caveat of what is about the treatment. */
export interface LinkEntry {
  readonly answer: MedicalAnswer | TalkAnswer | SafetyText;
  readonly caveat?: LevelCaveat;
  readonly link: string;
}

export interface Extras {
  readonly buttons?: Buttons;
  /** Titles to choose from, numbered in the text, and the words for "none of these" where that can be said. */
  readonly choices?: { readonly from: NonEmpty<MedicalAnswer | TalkAnswer>; readonly none?: Notice };
  /** Lines that stand under the text, such as the support line in the hour after a crisis message. */
  readonly below?: readonly Notice[];
  /** Caveats of levels that a text without an answer touches, such as a menu with the coma method in it. */
  readonly caveats?: readonly LevelCaveat[];
  /** What the person who pointed to an answer says beside it: plain text under words that say whose it is. */
  readonly note?: { readonly label: Notice; readonly text: string };
  /** Whole numbers for the places such as `{questions}` in the sentence. */
  readonly numbers?: Numbers;
}

/** A reply as one line of a list: what is shown before anyone opens it. */
export interface Card {
  readonly title: string;
  /** Begins with the word of the caveat's level; holds no figure. Undefined for safety texts. */
  readonly description: string | undefined;
}
