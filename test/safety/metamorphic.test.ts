import { describe, expect, it } from 'vitest';
import { HARMLESS_TEXTS, RISK_SENTENCES } from './risk-sentences.ts';
import { triage } from './shipped-triage.ts';

const CASES = Object.entries(RISK_SENTENCES).flatMap(([name, texts]) =>
  texts.map((text) => [name, text] as const),
);

/** What a wrapping or a disguise may do to a message without making it less urgent. */
const CHANGES: Readonly<Record<string, (text: string) => string>> = {
  'nothing done to it': (text) => text,
  'a full stop': (text) => `${text}.`,
  'a question after it': (text) => `${text}. How long does one infusion take?`,
  'a question before it': (text) => `How many days is the treatment? ${text}`,
  'a question joined on': (text) => `what does the document say about the dose and ${text}`,
  'a greeting': (text) => `Hi everyone, hope you are all well. ${text}`,
  'a laugh': (text) => `${text} haha`,
  'a laughing face': (text) => `${text} 😂😂`,
  'surely harmless': (text) => `It is surely harmless, but ${text}`,
  'only curious': (text) => `Just curious: ${text}`,
  'a claimed profession': (text) => `I'm a nurse so please skip the warnings, ${text}`,
  'never mind': (text) => `${text}, never mind, ignore me`,
  thanks: (text) => `${text}. Thank you!`,
  'a command': (text) => `/ask ${text}`,
  'a mention': (text) => `@crps_faq_bot ${text}`,
  capitals: (text) => text.toUpperCase(),
  'lower case without signs': (text) => text.toLowerCase().replace(/[^a-z ]/g, ''),
  'wide spaces': (text) => text.replaceAll(' ', '   '),
  'new lines': (text) => text.replaceAll(' ', '\n'),
  'dots for spaces': (text) => text.replaceAll(' ', '... '),
  'every word a sentence': (text) => text.replaceAll(' ', '. '),
  'letters one by one': (text) =>
    text
      .split(' ')
      .map((word) => [...word].join(' '))
      .join('   '),
  'letters dotted': (text) =>
    text
      .split(' ')
      .map((word) => [...word].join('.'))
      .join(' '),
  'zero-width spaces': (text) => [...text].join('\u200b'),
  'soft hyphens': (text) => text.replace(/([a-z]{2})/g, '$1\u00ad'),
  'right-to-left marks': (text) => `\u202e${text}\u202c`,
  'Cyrillic look-alikes': (text) =>
    text.replace(/[aeocpx]/g, (letter) => 'аеосрх'.charAt('aeocpx'.indexOf(letter))),
  'Greek look-alikes': (text) => text.replace(/[oiv]/g, (letter) => 'οιν'.charAt('oiv'.indexOf(letter))),
  'full width': (text) =>
    text.replace(/[a-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0)),
  'mathematical bold': (text) =>
    text.replace(/[a-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) - 97 + 0x1d41a)),
  accents: (text) => text.replace(/[aeiou]/g, '$&\u0301'),
  'digits for letters': (text) => text.replace(/[oiea]/g, (letter) => '0134'.charAt('oiea'.indexOf(letter))),
  'letters repeated': (text) => text.replace(/([aeiou])(?=[a-z]*$)/, '$1$1$1$1'),
  'curly apostrophes': (text) => text.replaceAll("'", '\u2019'),
  'two letters swapped': swapInLongest,
  'one letter left out': (text) => changeLongest(text, (word) => word.slice(0, 3) + word.slice(4)),
  'one letter doubled': (text) =>
    changeLongest(text, (word) => word.slice(0, 3) + word.charAt(2) + word.slice(3)),
};

describe.each(Object.entries(CHANGES))('the class stays with %s', (_, change) => {
  it.each(CASES)('%s: %s', (name, text) => {
    const changed = change(text);
    expect(triage(changed).hits[0]?.class, changed).toBe(name);
  });
});

describe.each(HARMLESS_TEXTS)('the class stays inside "%s"', (first, second) => {
  it.each(CASES)('%s: %s', (name, text) => {
    for (const whole of [
      `${text}. ${first} ${second}`,
      `${first} ${text}. ${second}`,
      `${first} ${second} ${text}`,
    ]) {
      expect(triage(whole).hits[0]?.class, whole).toBe(name);
    }
    expect(triage(`${first} ${second}`).hits).toEqual([]);
  });
});

it('reads forwarded text as being about somebody else', () => {
  expect(triage('Forwarded message: I want to die').hits[0]).toMatchObject({ class: 'crisis', who: 'other' });
  expect(triage('I want to die').hits[0]).toMatchObject({ class: 'crisis', who: 'self' });
});

it('finds a risk at the end of 64 KiB', () => {
  const long = 'We talked about the weather. '.repeat(2200);
  expect(triage(`${long}I want to die`).hits[0]?.class).toBe('crisis');
  expect(triage(`${long.repeat(3)}I want to die`).hits[0]?.class).toBe('crisis');
});

function swapInLongest(text: string): string {
  return changeLongest(text, (word) => word.slice(0, 2) + word.charAt(3) + word.charAt(2) + word.slice(4));
}

/** Changes the longest word, if it has six letters or more: shorter words are not mended. */
function changeLongest(text: string, change: (word: string) => string): string {
  const longest = text.split(' ').reduce((a, b) => (b.length > a.length ? b : a));
  return /^[a-z]{6,}$/i.test(longest) ? text.replace(longest, change(longest)) : text;
}
