import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { triage } from './shipped-triage.ts';

/* Danger said in plain words must be heard whatever else was learnt: much harmless talk of bridges once hid one of them. */

const TEXTS = readFileSync(new URL('texts/plain-danger.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '');

it.each(TEXTS)('hears: %s', (text) => {
  for (const each of [text, text.toLowerCase(), text.toUpperCase()]) {
    const classes = triage(each).hits.map((hit) => hit.class);
    expect(
      classes.some((name) => name === 'crisis' || name === 'medical-emergency'),
      each,
    ).toBe(true);
  }
});
