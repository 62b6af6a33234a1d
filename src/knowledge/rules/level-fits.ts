import { textOf } from '../compose-draft.ts';
import type { Rule } from '../drafts.ts';

/** A covered answer that speaks of the coma method carries a caveat that is about it. */
export const levelFits: Rule = ({ medical }) =>
  medical
    .filter(({ level }) => level === 'experimental' || level === 'study-number')
    .filter(({ title, body, short }) => /\bcoma\b/i.test([title, textOf(body), textOf(short)].join(' ')))
    .map(({ file, level, lines }) => ({
      file,
      line: lines.level,
      rule: 'level-fits',
      message: `The text speaks of the coma method, but the level is ${level}: use unproven-coma or comparison.`,
    }));
