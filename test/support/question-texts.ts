import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const QUESTIONS = fileURLToPath(new URL('../questions', import.meta.url));

/** The texts of all labelled messages, harmless and dangerous ones, without their labels: to load and to fuzz with. */
export function questionTexts(): string[] {
  return ['.', 'safety']
    .flatMap((folder) => readdirSync(join(QUESTIONS, folder)).map((name) => join(QUESTIONS, folder, name)))
    .filter((file) => file.endsWith('.jsonl'))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n').flatMap(textOf));
}

function textOf(line: string): string[] {
  if (line.trim() === '') return [];
  const { text }: { text?: unknown } = JSON.parse(line);
  return typeof text === 'string' ? [text] : [];
}
