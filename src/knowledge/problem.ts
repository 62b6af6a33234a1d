/** A mistake in a file of `content/` or `intents/`, told to the person who can mend it. */
export interface Problem {
  /** Path from the knowledge folder, such as `content/answers/awake/awake-dose.md`. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  /** Name of the rule, as in `src/knowledge/rules/`. */
  readonly rule: string;
  /** One sentence: what is wrong, and what to do. */
  readonly message: string;
}

/** Where in which file something stands. */
export type Place = Pick<Problem, 'file' | 'line'>;

/** `file:line  rule  message`, one a line: editors turn the first part into a link. */
export function formatProblems(problems: readonly Problem[]): string {
  return [...problems]
    .sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
    .map(({ file, line, rule, message }) => `${file}:${line}  ${rule}  ${message}`)
    .join('\n');
}
