import type {
  Answer,
  Command,
  Label,
  LevelCaveat,
  Notice,
  Passage,
  SafetyText,
  StandingCaveat,
} from './curated.ts';
import type { AnswerId, LabelId, LevelId, NoticeId, OfClasses } from './ids.ts';

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
  readonly safety: OfClasses<SafetyText>;
  readonly notices: Readonly<Record<NoticeId, Notice>>;
  /** The line for people who write in another language, by ISO 639-1 code. */
  readonly languages: ReadonlyMap<string, Notice>;
  readonly labels: Readonly<Record<LabelId, Label>>;
  /** In the order that Telegram lists them. */
  readonly commands: readonly Command[];
  readonly passages: readonly Passage[];
  /** For curators: the button that says "these words mean this answer". */
  readonly wordingOf: ReadonlyMap<AnswerId, Label>;
  /** Answers whose meaning was corrected: the day, such as 2026-11-16, and the line that says so. */
  readonly corrections: ReadonlyMap<AnswerId, { readonly date: string; readonly line: Notice }>;
  /** Changes whenever a file of `content/` changes: 12 hexadecimal digits. */
  readonly version: string;
}
