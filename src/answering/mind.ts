import type { Content } from '../domain/knowledge.ts';
import type { Matcher } from '../matching/create-matcher.ts';
import type { Triaged } from './triaged.ts';

/** What the spine needs to answer: what the bot says, what people ask, and what comes before either. */
export interface Mind {
  readonly content: Content;
  readonly matcher: Matcher;
  readonly triage: (text: string) => Triaged;
}
