import { demandMinted } from './demand-minted.ts';
import type { Extras } from './reply-parts.ts';
import { type Block, blockText } from './rich-text.ts';

/** Most characters of a note, so that it never outweighs the answer. */
export const NOTE_CHARACTERS = 200;

/** What curators are shown at once: so many lines, each cut to so many characters. Far within a message of Telegram. */
const DATA_LINES = 10;
const DATA_CHARACTERS = 300;

/** One line: whoever writes it cannot make it look like a part of the answer. */
export function noteBlock({ label, text }: NonNullable<Extras['note']>): Block {
  demandMinted(label);
  const line = plainLine(text);
  if (line === '' || line.length > NOTE_CHARACTERS) {
    throw new RangeError(`A note has 1 to ${NOTE_CHARACTERS} characters.`);
  }
  return { kind: 'note', label: label.body.map(blockText).join(' '), text: line };
}

/** Lines that nobody has checked, for curators: cut where they are too long, and left out where they are empty. */
export function dataBlocks(lines: readonly string[]): readonly Block[] {
  return lines
    .map(plainLine)
    .filter((line) => line !== '')
    .slice(0, DATA_LINES)
    .map((line): Block => ({ kind: 'data', text: cut(line) }));
}

function cut(line: string): string {
  return line.length <= DATA_CHARACTERS ? line : `${line.slice(0, DATA_CHARACTERS).toWellFormed()} …`;
}

function plainLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim();
}
