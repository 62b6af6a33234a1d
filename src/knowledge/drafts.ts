import type { CommandPlace, SafetyForm } from '../domain/curated.ts';
import type { LevelId, SafetyClass } from '../domain/ids.ts';
import type { Block } from '../domain/rich-text.ts';
import type { Problem } from './problem.ts';
import type { CaveatsFile, HouseRules, TopicsFile } from './schemas/content.ts';

/*
 * Content as it was read, with the lines it was read from, before any rule has looked at it. Rules take drafts; only
 * drafts without a problem are minted.
 */

export interface QuoteDraft {
  readonly paragraph: number;
  readonly quote: string;
  readonly line: number;
}

/** The parts of an answer's file that a problem can be about. */
export const ANSWER_PARTS = ['id', 'title', 'level', 'related', 'short', 'body'] as const;
export type AnswerPart = (typeof ANSWER_PARTS)[number];

export interface MedicalDraft {
  readonly kind: 'medical';
  readonly file: string;
  readonly group: string;
  readonly id: string;
  readonly title: string;
  readonly button: string | undefined;
  readonly level: LevelId;
  readonly citations: readonly QuoteDraft[];
  readonly related: readonly string[];
  readonly body: readonly Block[];
  readonly short: readonly Block[];
  /** As 2026-11-16. */
  readonly corrected: string | undefined;
  readonly lines: Readonly<Record<AnswerPart, number>>;
}

export interface TalkDraft {
  readonly kind: 'talk';
  readonly file: string;
  readonly group: string;
  readonly id: string;
  readonly title: string;
  readonly button: string | undefined;
  readonly level: 'none' | 'general';
  readonly related: readonly string[];
  readonly body: readonly Block[];
  readonly lines: Readonly<Record<AnswerPart, number>>;
}

export interface SafetyDraft {
  readonly kind: 'safety';
  readonly file: string;
  readonly id: SafetyClass;
  readonly card: string;
  readonly forms: ReadonlyMap<SafetyForm, { readonly body: readonly Block[]; readonly line: number }>;
}

export interface SentenceDraft {
  readonly id: string;
  readonly body: readonly Block[];
  readonly file: string;
  readonly line: number;
}

export interface PassageDraft {
  readonly paragraph: number;
  readonly label: string;
  readonly level: LevelId;
  readonly pieces: readonly string[];
  readonly line: number;
}

/** An answer whose file cannot be read: it exists, so nothing that only follows from its absence is a problem. */
export interface UnreadDraft {
  readonly file: string;
  /** As its file is named. */
  readonly id: string;
  readonly related: readonly string[];
  readonly relatedLine: number;
}

export interface ContentDraft {
  /** Paragraphs of the document; paragraph 1 is the first of the list. */
  readonly document: readonly string[];
  readonly documentFile: string;
  readonly documentHash: { readonly pinned: string; readonly found: string; readonly line: number };
  readonly passages: readonly PassageDraft[];
  readonly sourceFile: string;
  readonly medical: readonly MedicalDraft[];
  readonly talk: readonly TalkDraft[];
  readonly safety: readonly SafetyDraft[];
  /** None, once every rule has passed. */
  readonly unread: readonly UnreadDraft[];
  readonly notices: readonly SentenceDraft[];
  readonly languages: readonly SentenceDraft[];
  readonly labels: readonly { readonly id: string; readonly text: string; readonly line: number }[];
  readonly commands: readonly {
    readonly command: string;
    readonly description: string;
    readonly places: readonly CommandPlace[];
    readonly whispered: boolean;
    readonly line: number;
  }[];
  readonly topics: TopicsFile;
  /** Line of each answer in `topics.yaml`, by topic. */
  readonly topicLines: readonly { readonly answers: readonly number[] }[];
  readonly caveats: CaveatsFile;
  readonly caveatLines: Readonly<Record<string, number>>;
  readonly house: HouseRules;
}

/** A rule looks at everything that was read and returns what is wrong. */
export type Rule = (content: ContentDraft) => Problem[];
