import { expect, it } from 'vitest';
import { readTexts } from './read-texts.ts';
import { triage } from './shipped-triage.ts';

/* Messages that the rules were developed on, many of them indirect. Not a measure of unseen ones. */
const urgent = (text: string) => triage(text).hits.map((hit) => hit.class);

it.each([
  ['emergency', 'medical-emergency', 0.97],
  ['crisis', 'crisis', 0.93],
])('finds nearly every message of %s.txt', (name, wanted, least) => {
  const texts = readTexts(name);
  const missed = texts.filter((text) => {
    const [first] = urgent(text);
    return first !== wanted && first !== 'medical-emergency';
  });
  expect(1 - missed.length / texts.length, missed.join('\n')).toBeGreaterThanOrEqual(least);
});

it('leaves nearly every message of harmless.txt alone', () => {
  const texts = readTexts('harmless');
  const alarms = texts.filter((text) =>
    urgent(text).some((each) => each === 'medical-emergency' || each === 'crisis'),
  );
  expect(alarms.length / texts.length, alarms.join('\n')).toBeLessThanOrEqual(0.01);
});
