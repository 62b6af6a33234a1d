import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scrubText } from '../../src/answering/scrub-text.ts';

const removed: readonly (readonly [string, string])[] = [
  ['call me on +1 (555) 010-4477 please', 'call me on [number] please'],
  ['my number is 0171/555 12 34', 'my number is [number]'],
  ['phone: 555.867.5309', 'phone: [number]'],
  ['or 0171 5558812', 'or [number]'],
  ['five five five, oh one two three', '[number]'],
  ['5\u200b5\u200b5\u200b8675309', '[number]'],
  ['٠١٢٣٤٥٦٧٨٩ is my phone', '[number] is my phone'],
  ['5️⃣5️⃣5️⃣8️⃣6️⃣7️⃣5️⃣', '[number]'],
  ['write to jane.doe+crps@example.co.uk thanks', 'write to [email] thanks'],
  ['jane [at] example [dot] org', '[email]'],
  ['jane dot doe at example dot com', 'jane dot [email]'],
  ['ask @jane_doe or ＠john', 'ask [name] or [name]'],
  ['see https://example.org/me?id=7 and www.foo.bar', 'see [link] and [link]'],
  ['t.me/janedoe has it', '[link] has it'],
  ['read mypain.com today', 'read [link] today'],
  ['i live at 12 Rose Hill Street, apt 4b', 'i live at [address]'],
  ['i live at 221b Baker St', 'i live at [address]'],
  ['Musterstraße 12a in Berlin', '[address] in Berlin'],
  ['12 rue de la Paix', '[address]'],
  ['PO Box 77 or SW1A 1AA', '[address] or [address]'],
  ['born 12/05/1984', 'born [number]'],
  ['patient id 48213, policy AB12345678', 'patient id [number], policy [number]'],
  ['my name is Jane Doe and it hurts', 'my name is [name] and it hurts'],
  ['Ich heiße Jürgen, hilft das?', 'Ich heiße [name], hilft das?'],
];

const kept: readonly string[] = [
  'Is 100 mg over 5 days too much?',
  'Does 0.25 mg/kg/h or 40-80 mg work?',
  'Was the article from 2004?',
  'Does it cost $10,000?',
  'it helps.What about me?',
  'Is 3 of 5 days @ 50 mg ok?',
  'what is the way to 5 days in a coma?',
];

describe('scrubText', () => {
  test.each(removed)('%s', (text, expected) => {
    expect(scrubText(text)).toBe(expected);
  });

  test.each(kept)('keeps: %s', (text) => {
    expect(scrubText(text)).toBe(text);
  });

  test('takes out the words of the sender’s own name, whatever their case', () => {
    expect(scrubText('hi, JANE here, is it safe for zoë?', ['Jane', 'Zoë Ng'])).toBe(
      'hi, [name] here, is it safe for [name]?',
    );
  });

  test('cuts a long text at a space, so that no half of an address is left', () => {
    const text = `${'word '.repeat(199)}jane@example.org and more`;
    expect(scrubText(text)).not.toContain('jane');
    expect(scrubText('x'.repeat(5_000))).toBe('');
  });

  const words = fc.array(fc.constantFrom('is', 'it', 'safe', 'after', '5', 'days', '(', ',', 'ünd', '😀'), {
    maxLength: 8,
  });
  const around = (secret: fc.Arbitrary<string>) =>
    fc.tuple(words, secret, words).map(([a, s, b]) => ({ secret: s, text: [...a, s, ...b].join(' ') }));

  test('no number of five figures or more is left in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(scrubText(text)).not.toMatch(/\p{Nd}{5}/u);
      }),
    );
  });

  test('no phone number is left, however it is written', () => {
    const digit = fc.integer({ min: 0, max: 9 });
    const phone = fc
      .tuple(
        fc.array(fc.tuple(digit, fc.constantFrom('', '', ' ', '-', '.', '/')), {
          minLength: 7,
          maxLength: 14,
        }),
      )
      .map(([parts]) => parts.map(([d, gap]) => `${d}${gap}`).join(''));
    fc.assert(
      fc.property(around(phone), ({ secret, text }) => {
        const figures = secret.replace(/\D/g, '');
        expect(scrubText(text).replace(/\D/g, '')).not.toContain(figures.slice(0, 5));
      }),
    );
  });

  test('no e-mail address, @name or link is left', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9_]{4,12}$/);
    const secret = fc.oneof(
      fc.tuple(word, word).map(([a, b]) => `${a}@${b}.org`),
      word.map((a) => `@${a}`),
      fc.tuple(word, word).map(([a, b]) => `https://${a}.example/${b}`),
      word.map((a) => `t.me/${a}`),
    );
    fc.assert(
      fc.property(around(secret), ({ secret, text }) => {
        const hidden = scrubText(text);
        expect(hidden).not.toContain('@');
        for (const part of secret.match(/[a-z0-9_]{5,}/g) ?? []) {
          if (!['https', 'example'].includes(part)) expect(hidden).not.toContain(part);
        }
      }),
    );
  });

  test('scrubbing twice changes nothing, and nothing makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const once = scrubText(text);
        expect(scrubText(once)).toBe(once);
      }),
    );
  });
});
