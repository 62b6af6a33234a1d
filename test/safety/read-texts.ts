import { readFileSync } from 'node:fs';

/** The messages of `texts/NAME.txt`, one a line. */
export function readTexts(name: string): string[] {
  return readFileSync(new URL(`texts/${name}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);
}
