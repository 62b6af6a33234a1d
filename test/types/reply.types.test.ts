import { expect, test } from 'vitest';
import type { LevelCaveat, MedicalAnswer, StandingCaveat } from '../../src/domain/curated.ts';
import { Reply } from '../../src/domain/reply.ts';
import { shippedApp } from '../support/shipped.ts';

/*
 * What must not compile. `npm run types` fails when one of the lines marked below compiles after all; at run time the
 * casts that do get past the compiler are refused as well.
 */

const { content } = shippedApp().assistant;
const answer = [...content.answers.values()].find(
  (one): one is MedicalAnswer => one.kind === 'covered',
) as MedicalAnswer;
const caveat: LevelCaveat = content.levels[answer.level];
const standing: StandingCaveat = content.standing;

test('a reply needs its caveats', () => {
  // @ts-expect-error the constructor is private
  expect(() => new Reply([{ kind: 'standing', text: 'x' }], [], []).caveats).not.toThrow();
  // @ts-expect-error a section without its caveat
  expect(() => Reply.answer([{ answer, form: 'full' }], standing)).toThrow();
  // @ts-expect-error no standing line
  expect(() => Reply.answer([{ answer, caveat, form: 'full' }])).toThrow();
  // @ts-expect-error no answer at all
  expect(() => Reply.answer([], standing)).toThrow();
  const look = {
    id: caveat.id,
    label: '',
    text: '',
    place: caveat.place,
    quoteLabel: '',
    standsFor: caveat.standsFor,
  };
  // @ts-expect-error a caveat that the loader has not checked
  expect(() => Reply.answer([{ answer, caveat: look, form: 'full' }], standing)).toThrow(TypeError);
  // @ts-expect-error free text is no notice
  expect(() => Reply.notice('Ketamine is fine.', standing)).toThrow();
  // @ts-expect-error an object of the same shape is no reply
  const lookAlike: Reply = { blocks: [{ kind: 'standing', text: 'x' }], buttons: [], caveats: [] };
  expect(Reply.isSealed(lookAlike)).toBe(false);
});

test('what a cast gets past the compiler is refused at run time', () => {
  expect(Reply.isSealed({} as Reply)).toBe(false);
  expect(Reply.isSealed(Object.create(Reply.prototype) as Reply)).toBe(false);
  const copied = { ...answer } as MedicalAnswer;
  expect(() => Reply.answer([{ answer: copied, caveat, form: 'full' }], standing)).toThrow(/checked/);
  const other = Object.values(content.levels).find((level) => level.id !== answer.level) as LevelCaveat;
  expect(() => Reply.answer([{ answer, caveat: other, form: 'full' }], standing)).toThrow(/needs caveat/);
  expect(() =>
    Reply.answer([{ answer, caveat, form: 'full' }], { id: 'general', text: '' } as StandingCaveat),
  ).toThrow(/checked/);
  expect(() => {
    (answer as { title: string }).title = 'Changed';
  }).toThrow(TypeError);
});
