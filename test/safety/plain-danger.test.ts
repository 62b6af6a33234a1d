import { expect, it } from 'vitest';
import { readTexts } from './read-texts.ts';
import { triage } from './shipped-triage.ts';

/* Danger said in plain words must be heard whatever else was learnt: much harmless talk of bridges once hid one of them. */

it.each(readTexts('plain-danger'))('hears: %s', (text) => {
  for (const each of [text, text.toLowerCase(), text.toUpperCase()]) {
    const classes = triage(each).hits.map((hit) => hit.class);
    expect(
      classes.some((name) => name === 'crisis' || name === 'medical-emergency'),
      each,
    ).toBe(true);
  }
});
