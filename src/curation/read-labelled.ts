import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isHoldout } from './is-holdout.ts';

/** A question of which people have said what should become of it. */
export interface Labelled {
  readonly text: string;
  /** The answer that is right; undefined: no answer fits. */
  readonly wanted: string | undefined;
  /** Whether it belongs to the half that is only ever counted, never shown. */
  readonly holdout: boolean;
}

/** Messages that no answer fits. Every other line with a text and no id is left out: it is labelled for other things. */
const OFF_TOPIC = 'off-topic.jsonl';

/**
 * Reads the labelled questions of a folder: one JSON object a line, `{"text": …, "id": …}`, in any `*.jsonl`, and the
 * texts of `off-topic.jsonl`. A folder that is missing has none. Throws on a line that is not a JSON object.
 */
export function readLabelled(folder: string): readonly Labelled[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .flatMap((line, i) => (line.trim() === '' ? [] : readLine(line, name, i + 1))),
    );
}

function readLine(line: string, name: string, number: number): Labelled[] {
  const value: unknown = parse(line, `${name}:${number}`);
  const { text, id } = value as { readonly text?: unknown; readonly id?: unknown };
  if (typeof text !== 'string') return [];
  if (typeof id === 'string') return [{ text, wanted: id, holdout: isHoldout(text) }];
  return name === OFF_TOPIC ? [{ text, wanted: undefined, holdout: isHoldout(text) }] : [];
}

function parse(line: string, place: string): object {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value;
  } catch (cause) {
    throw new Error(`${place} is not JSON.`, { cause });
  }
  throw new Error(`${place} is not a JSON object.`);
}
