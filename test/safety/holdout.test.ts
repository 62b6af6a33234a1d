import { expect, test } from 'vitest';
import { SAFETY_CLASSES } from '../../src/domain/ids.ts';
import { isHoldout } from '../support/holdout.ts';
import { readSafetyLines } from '../support/safety-lines.ts';
import baseline from './baseline.json' with { type: 'json' };
import { triage } from './shipped-triage.ts';

/* Messages that nothing was tuned on; `npx tsx test/bench/safety.ts` prints the same by style. */
/** How far a figure may fall behind the baseline, in points of a hundred: two messages of a class of eighty. */
const POINTS = 2.5;

const lines = readSafetyLines()
  .filter(({ text }) => isHoldout(text))
  .map((line) => ({ ...line, found: triage(line.text).hits.map((hit) => hit.class) }));
const share = <T>(all: readonly T[], test: (each: T) => boolean): number =>
  (100 * all.filter(test).length) / all.length;

test.each(SAFETY_CLASSES)('%s is shown first, or some safety text, as often as before', (name) => {
  const own = lines.filter(({ classes }) => classes.length === 1 && classes[0] === name);
  const recorded = baseline[name];
  expect(share(own, ({ found }) => found[0] === name)).toBeGreaterThanOrEqual(recorded.first - POINTS);
  expect(share(own, ({ found }) => found.length > 0)).toBeGreaterThanOrEqual(recorded.any - POINTS);
});

test('the most urgent of several classes is shown first as often as before', () => {
  const mixed = lines.filter(({ classes }) => classes.length > 1);
  const first = share(mixed, ({ classes, found }) => found[0] === classes[0]);
  expect(first).toBeGreaterThanOrEqual(baseline.mostUrgentFirst - POINTS);
});

test('harmless messages raise no more alarms than before', () => {
  const harmless = lines.filter(({ classes }) => classes.length === 0);
  const hard = (found: readonly string[]) => found.some((name) => name !== 'personal-medical-advice');
  expect(share(harmless, ({ found }) => hard(found))).toBeLessThanOrEqual(baseline.hardAlarms + POINTS);
  const plain = harmless.filter(({ style }) => style !== 'soft');
  expect(share(plain, ({ found }) => hard(found))).toBeLessThanOrEqual(baseline.hardAlarmsPlain + POINTS);
  expect(share(harmless, ({ found }) => found.length > 0 && !hard(found))).toBeLessThanOrEqual(
    baseline.softAlarms + POINTS,
  );
});
