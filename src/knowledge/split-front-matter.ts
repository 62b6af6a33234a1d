import type { Problem } from './problem.ts';

/** A Markdown file in its two parts, and the line of the file on which each begins. */
export interface FrontMatterFile {
  readonly front: string;
  readonly frontLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

/** Splits `---` front matter from the text under it. Undefined, with a problem, when there is none. */
export function splitFrontMatter(
  file: string,
  text: string,
  problems: Problem[],
): FrontMatterFile | undefined {
  const lines = text.split(/\r?\n/);
  const end = lines.indexOf('---', 1);
  if (lines[0] !== '---' || end < 0) {
    problems.push({
      file,
      line: 1,
      rule: 'front-matter',
      message: 'The file must begin with front matter between two lines of "---".',
    });
    return undefined;
  }
  return {
    front: lines.slice(1, end).join('\n'),
    frontLine: 2,
    body: lines.slice(end + 1).join('\n'),
    bodyLine: end + 2,
  };
}
