import type {
  Answer,
  Label,
  LevelCaveat,
  Notice,
  Passage,
  SafetyText,
  StandingCaveat,
} from './curated.ts';
import type { AnswerId, LevelId, SafetyClass } from './ids.ts';

/** A heading of the menu and the answers under it, in the order they are shown. */
export interface Topic {
  readonly group: string;
  readonly label: Label;
  readonly answers: readonly AnswerId[];
}

/** What the bot says: everything in `content/`, checked and frozen. */
export interface Content {
  readonly answers: ReadonlyMap<AnswerId, Answer>;
  readonly topics: readonly Topic[];
  readonly standing: StandingCaveat;
  readonly levels: Readonly<Record<LevelId, LevelCaveat>>;
  readonly safety: Readonly<Record<SafetyClass, SafetyText>>;
  readonly notices: ReadonlyMap<string, Notice>;
  readonly labels: ReadonlyMap<string, Label>;
  readonly passages: readonly Passage[];
  /** Changes whenever a file of `content/` changes: 12 hexadecimal digits. */
  readonly version: string;
}
