import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isSafetyClass, type SafetyClass } from '../../src/domain/ids.ts';

/** Where the labelled messages of the safety classes lie. */
const LABELLED = 'test/questions/safety';

/** A labelled message. */
export interface SafetyLine {
  readonly text: string;
  /** Most urgent first; empty for a harmless one. */
  readonly classes: readonly SafetyClass[];
  readonly style: string;
  readonly who: string | undefined;
  /** Whether the support line should stand under the answer. */
  readonly soft: boolean;
}

/** The labelled messages of a folder: every `.jsonl` file in it. */
export function readSafetyLines(folder = LABELLED): SafetyLine[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line): SafetyLine => {
      const raw = JSON.parse(line);
      const found: string[] = raw.classes ?? [raw.class, ...(raw.alsoClasses ?? [])];
      const classes = found.filter(isSafetyClass);
      return {
        text: raw.text,
        classes,
        style: classes.length > 1 ? 'mixed-classes' : raw.style,
        who: raw.who,
        soft: raw.soft ?? raw.style === 'soft',
      };
    });
}
