import type { TriageResult } from '../safety/triage.ts';

/** What safety makes of a message, in the end: the classes with their rules, most urgent first, and the soft line. */
export type Triaged = Pick<TriageResult, 'hits' | 'soft'>;
