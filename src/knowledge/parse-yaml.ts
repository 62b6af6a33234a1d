import { isNode, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

/** A value read from YAML, and the line on which each part of it stands. */
export interface Parsed<T> {
  readonly value: T;
  /** Line of the value at a path such as `['citations', 0, 'quote']`, or of the nearest part that exists. */
  readonly lineOf: (...path: (string | number)[]) => number;
}

/**
 * Reads YAML and checks it against a schema. Every mistake becomes a problem with its line; the result is undefined
 * when there was one.
 *
 * @param firstLine line of the file on which `text` begins, for front matter
 */
export function parseYaml<T>(
  file: string,
  text: string,
  schema: z.ZodType<T>,
  problems: Problem[],
  firstLine = 1,
): Parsed<T> | undefined {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter });
  for (const error of document.errors) {
    const line = lineCounter.linePos(error.pos[0]).line + firstLine - 1;
    const [message = 'cannot be read'] = error.message.split(' at line');
    problems.push({ file, line, rule: 'yaml', message });
  }
  if (document.errors.length > 0) return undefined;

  const lineOf = (...path: (string | number)[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineCounter.linePos(node.range[0]).line + firstLine - 1;
    }
    return firstLine;
  };
  const result = schema.safeParse(document.toJS());
  if (result.success) return { value: result.data, lineOf };
  for (const issue of result.error.issues) {
    const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
    const where = path.length > 0 ? `${path.join('.')}: ` : '';
    problems.push({ file, line: lineOf(...path), rule: 'schema', message: where + issue.message });
  }
  return undefined;
}
