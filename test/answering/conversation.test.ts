import { describe, expect, test } from 'vitest';
import { answerId } from '../../src/domain/ids.ts';
import { blockText } from '../../src/domain/rich-text.ts';
import type { Matcher } from '../../src/matching/create-matcher.ts';
import { plainText } from '../../src/rendering/plain-text.ts';
import { shippedApp } from '../support/shipped.ts';
import { startTalk } from '../support/talk.ts';

const MINUTE = 60_000;

describe('after a crisis text', () => {
  test('the support line stands under the next answers for an hour, and no longer', () => {
    const talk = startTalk();
    expect(talk.ask('i want to kill myself').decision).toMatchObject({ kind: 'safety', classes: ['crisis'] });
    expect(talk.text('how does ketamine work in the brain?')).toContain('findahelpline.com');
    talk.pass(50 * MINUTE);
    expect(talk.text('how does ketamine work in the brain?')).toContain('findahelpline.com');
    talk.pass(11 * MINUTE);
    expect(talk.text('how does ketamine work in the brain?')).not.toContain('findahelpline.com');
  });

  test('saying it again gives the repeat form, about someone else its own form', () => {
    const talk = startTalk();
    const first = talk.text('i want to kill myself');
    const again = talk.text('i want to kill myself');
    expect(again).not.toBe(first);
    expect(again).toContain('findahelpline.com');
    expect(talk.ask('my sister wants to kill herself').decision).toMatchObject({ form: 'other' });
  });

  test('a harmless question beside it is offered by a button, never answered at once', () => {
    const { decision, reply } = startTalk().ask('i want to kill myself. How long does one infusion take?');
    expect(decision).toMatchObject({ kind: 'safety', offer: [{ id: 'treatment-duration' }] });
    expect(reply?.buttons.flat().map((button) => button.action)).toContainEqual({
      do: 'answer',
      id: 'treatment-duration',
    });
  });

  test('a crisis message alone offers nothing', () => {
    expect(startTalk().ask('i want to kill myself').decision).toMatchObject({ offer: [] });
  });
});

describe.each(['thanks', 'thank you so much', 'bye'])('%j', (text) => {
  test.each([
    ['my wife collapsed and she is not breathing', 'please call your local emergency number now'],
    ['i want to kill myself', 'findahelpline.com'],
  ])('after %j says once more where help is, and wishes no nice day', (danger, help) => {
    const talk = startTalk();
    const usual = talk.text(text);
    talk.ask(danger);
    const after = talk.text(text);
    expect(after).toContain(help);
    expect(after).not.toContain(usual);
    expect(after.match(/findahelpline\.com/g)?.length ?? 0).toBeLessThanOrEqual(1);
    talk.pass(61 * MINUTE);
    expect(talk.text(text)).toBe(usual);
  });
});

describe('after a self-administration text', () => {
  test('no amount is given: not to a follow-up, a question, a number or a button', () => {
    const talk = startTalk();
    expect(talk.ask('where can i buy ketamine online').decision).toMatchObject({
      kind: 'safety',
      classes: ['self-administration'],
    });
    for (const text of [
      'and how much?',
      'how much ketamine per hour is used in the awake method',
      'dose in the coma method',
    ]) {
      expect(talk.text(text)).not.toMatch(/\bmg\b/);
    }
    const tapped = talk.assistant.follow('awake-dose', { surface: 'private', conversation: 'one' });
    expect(tapped.blocks.map((block) => JSON.stringify(block)).join()).not.toMatch(/\bmg\b/);
  });

  test('other answers are given as ever', () => {
    const talk = startTalk();
    talk.ask('where can i buy ketamine online');
    expect(talk.ask('who was the first to use it in america').decision).toMatchObject({ kind: 'answer' });
  });

  test('someone else is not affected', () => {
    const talk = startTalk();
    talk.ask('where can i buy ketamine online');
    const other = talk.assistant.ask({
      text: 'how much ketamine per hour is used in the awake method',
      surface: 'private',
      addressed: true,
      conversation: 'two',
    });
    expect(other.decision).toMatchObject({ kind: 'answer', ids: ['awake-dose'] });
  });
});

test('of two classes the more urgent leads, and the other is named too', () => {
  const { decision, reply } = startTalk().ask(
    'my husband took too many pills and is not breathing. also should i stop my own gabapentin?',
  );
  expect(decision).toMatchObject({ classes: ['medical-emergency', 'personal-medical-advice'] });
  expect(reply && plainText(reply)).toContain('This could be an emergency');
});

describe('triage that fails', () => {
  test.each([
    [
      'throws',
      () => {
        throw new Error('broken');
      },
    ],
  ])('%s: the emergency text goes out and nothing else', (_, triage) => {
    const talk = startTalk('private', { triage });
    const { decision, reply } = talk.ask('how does it work?');
    expect(decision).toMatchObject({ kind: 'safety', classes: ['medical-emergency'], offer: [] });
    expect(reply?.buttons).toEqual([]);
    expect(talk.failures).toHaveLength(1);
  });

  test('takes too long: the same', () => {
    const talk = startTalk('private', {
      triage: () => {
        talk.pass(201);
        return { hits: [], soft: undefined, plain: '' };
      },
    });
    expect(talk.ask('how does it work?').decision).toMatchObject({ classes: ['medical-emergency'] });
  });

  test('in talk that does not address the bot it stays silent', () => {
    const talk = startTalk('group', {
      triage: () => {
        throw new Error('broken');
      },
    });
    const outcome = talk.assistant.ask({ text: 'hi all', surface: 'group', addressed: false });
    expect(outcome.decision).toEqual({ kind: 'silent' });
  });
});

describe('choices', () => {
  const IDS = ['coma-dose', 'coma-technique', 'coma-legality'].map(answerId);
  /** A matcher that cannot tell three answers apart. */
  const torn: Matcher = {
    ...shippedApp().mind().matcher,
    match: (text) => ({
      text,
      candidates: IDS.map((id, i) => ({ id, confidence: 0.3 - i / 100, talk: false, score: 0 })),
      corrected: [],
      foreign: [],
      signals: [],
      evidence: [],
      fits: 0.3,
    }),
  };

  test('are numbered in the text, each with a button, and 0 for none', () => {
    const { reply } = startTalk('private', { matcher: torn }).ask('that one');
    expect(reply && plainText(reply)).toMatch(/1\. .+\n2\. .+\n3\. .+\n0\. None of these/);
    expect(reply?.buttons.flat().map(({ action }) => action.do)).toEqual([
      'answer',
      'answer',
      'answer',
      'none',
    ]);
    expect(reply?.caveats).toEqual(['unproven-coma', 'general']);
  });

  test.each(['2', 'two', 'the second'])('%j opens the second', (pick) => {
    const talk = startTalk('private', { matcher: torn });
    talk.ask('that one');
    expect(talk.ask(pick).decision).toMatchObject({ kind: 'answer', ids: [IDS[1]] });
  });

  test.each(['0', 'none of these', 'no'])('%j is none of these', (pick) => {
    const talk = startTalk('private', { matcher: torn });
    talk.ask('that one');
    expect(talk.text(pick)).toContain('Then I have no answer');
    expect(talk.ask('2').decision.kind).toBe('suggestions');
  });

  test.each(['4', 'the fifth', 'number 12'])(
    '%j says which numbers there are, and keeps the choice',
    (pick) => {
      const talk = startTalk('private', { matcher: torn });
      const offered = talk.text('that one');
      const again = talk.text(pick);
      expect(again).not.toContain(offered.split('\n')[0]);
      expect(again).toContain(offered.slice(offered.indexOf('1. '), offered.indexOf('0. ')));
      expect(talk.ask('2').decision).toMatchObject({ kind: 'answer', ids: [IDS[1]] });
    },
  );

  test('after half an hour a number picks nothing', () => {
    const talk = startTalk('private', { matcher: torn });
    talk.ask('that one');
    talk.pass(31 * MINUTE);
    expect(talk.ask('2').decision.kind).toBe('suggestions');
  });

  test('a number picks a related question after an answer, but "no" picks nothing', () => {
    const talk = startTalk();
    const { reply } = talk.ask('how much ketamine per hour is used in the awake method');
    const [first] = (reply?.buttons ?? [])
      .flat()
      .flatMap(({ action }) => (action.do === 'answer' ? [action.id] : []));
    expect(talk.ask('1').decision).toMatchObject({ ids: [first] });
    expect(talk.text('no')).not.toContain('Then I have no answer');
  });
});

describe('after an answer', () => {
  test.each([
    'lol',
    'nope',
    'yes',
    'hmm',
    'wow',
    'really?',
    'that is wrong',
    'cool',
    'haha',
    'interesting',
    'yikes',
    'maybe',
    'that is not what i asked',
    'this is useless',
    'you are wrong',
    'lol ok',
  ])('%j brings no answer', (text) => {
    for (const first of ['what is the coma method', 'dose in the awake method', 'is it dangerous']) {
      const talk = startTalk();
      expect(talk.ask(first).decision.kind).toBe('answer');
      expect(talk.ask(text).decision.kind, first).not.toBe('answer');
    }
  });

  test('talk is talk', () => {
    const talk = startTalk();
    talk.ask('what is the coma method');
    expect(talk.ask('that helps').decision).toMatchObject({ kind: 'talk', id: 'thanks' });
  });

  test.each([
    ['and the dose?', 'coma-dose'],
    ['why?', 'coma-evidence'],
    ['how long?', 'treatment-duration'],
    ['is it legal?', 'coma-legality'],
    ['where', 'coma-legality'],
    ['safe?', 'risks-and-side-effects'],
  ])('%j still leans on it', (text, id) => {
    const talk = startTalk();
    talk.ask('what is the coma method');
    expect(talk.ask(text).decision).toMatchObject({ kind: 'answer', ids: [id] });
  });
});

describe('other languages', () => {
  test('get one line in that language, the English line and the menu', () => {
    const { decision, reply } = startTalk().ask('cuánto cuesta el tratamiento y dónde lo hacen');
    expect(decision).toMatchObject({ kind: 'unknown', reason: 'other-language', language: 'es' });
    expect(reply && plainText(reply)).toMatch(/^Lo siento.*\n\nI can only answer in English/);
    expect(reply?.buttons.flat().map(({ action }) => action.do)).toEqual(['topics']);
  });
});

test.each([
  ['quiero morir', 'es'],
  ['je veux mourir', 'fr'],
  ['ich will sterben', 'de'],
  ['wie funktioniert die ketamin infusion', 'de'],
  ['wie viel kostet das', 'de'],
  ['was kostet die behandlung mit ketamin', 'de'],
  ['was ist crps', 'de'],
  ['hallo', 'de'],
  ['hvor meget ketamin får man', 'da'],
  ["est-ce que c'est dangereux", 'fr'],
  ['is het veilig', 'nl'],
  ['hur mycket kostar det', 'sv'],
  ['cosa è la crps', 'it'],
])('%j is answered in its language, and says where help is', (text, language) => {
  const talk = startTalk();
  const line = talk.assistant.content.languages.get(language);
  expect(talk.ask(text).decision).toMatchObject({ reason: 'other-language', language });
  expect(talk.text(text)).toContain(line?.body.map(blockText).join() ?? '?');
  expect(talk.text(text)).toContain('findahelpline.com');
});

test.each(['wat is ketamine', 'how is te coma', 'ist it safe', 'what are teh rsiks'])(
  'English in haste is English: %j',
  (text) => {
    expect(startTalk().ask(text).decision).not.toMatchObject({ reason: 'other-language' });
  },
);

describe('group talk that does not address the bot', () => {
  const ask = (text: string) =>
    startTalk('group').assistant.ask({ text, surface: 'group', addressed: false });

  test.each(['how much ketamine per hour', 'hello', 'does it work?', 'should i stop my gabapentin'])(
    '%j is silent',
    (text) => {
      expect(ask(text)).toMatchObject({ decision: { kind: 'silent' }, reply: undefined });
    },
  );

  test('an outright threat to life gets the public form', () => {
    const { decision, reply } = ask('my wife collapsed and she is not breathing');
    expect(decision).toMatchObject({ kind: 'safety', form: 'public' });
    expect(reply).toBeDefined();
  });
});
