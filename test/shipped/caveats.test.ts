import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { showCandidates } from '../../src/answering/compose-public.ts';
import { type MedicalAnswer, SAFETY_FORMS } from '../../src/domain/curated.ts';
import { answerId, SAFETY_CLASSES } from '../../src/domain/ids.ts';
import { SURFACES, type Surface } from '../../src/domain/question.ts';
import { Reply } from '../../src/domain/reply.ts';
import { blockText } from '../../src/domain/rich-text.ts';
import { figuresIn } from '../../src/knowledge/measure/figures-in.ts';
import { plainText } from '../../src/rendering/plain-text.ts';
import { renderTelegram } from '../../src/rendering/telegram.ts';
import { renderTerminal } from '../../src/rendering/terminal.ts';
import { shippedApp } from '../support/shipped.ts';
import { startTalk } from '../support/talk.ts';

/*
 * The caveat law, as research set it: no text about the treatment without its caveat, on any surface, in any form; a
 * figure within 120 characters of the caveat; a hedge and no figure in what a notification shows.
 */

const { assistant, mind } = shippedApp();
const { content } = assistant;
const medical = [...content.answers.values()].filter(
  (answer): answer is MedicalAnswer => answer.kind !== 'talk',
);
const NAMES_TREATMENT = /\b(ketamine|infusions?|coma)\b/i;

const RENDERERS: Readonly<Record<string, (reply: Reply) => string>> = {
  plain: plainText,
  terminal: (reply) => renderTerminal(reply, { styled: false }),
  'narrow terminal': (reply) =>
    renderTerminal(reply, { styled: false, columns: 40 }).replace(/\n(?!\n) */g, ' '),
  telegram: (reply) => renderTelegram(reply).text,
};

const flat = (text: string): string => text.replace(/\s+/g, ' ');

function assertLaw(reply: Reply, text: string): void {
  const words = flat(text);
  if (NAMES_TREATMENT.test(words)) expect(words).toContain(flat(content.standing.text));
  const caveats = reply.blocks.flatMap((block) =>
    block.kind === 'caveat' ? [block.text] : block.kind === 'quote' ? [block.label] : [],
  );
  const spans = caveats.map(flat).flatMap((caveat) => {
    const starts = words
      .split(caveat)
      .slice(0, -1)
      .map((part) => part.length);
    return starts.map((length, i) => {
      const start = length + i * caveat.length + starts.slice(0, i).reduce((sum, other) => sum + other, 0);
      return { start, end: start + caveat.length };
    });
  });
  for (const figure of figuresIn(words)) {
    const near = spans.some(({ start, end }) => figure.start - end <= 120 && start - figure.end <= 120);
    expect(near, `"${figure.text}" is far from its caveat in: ${words}`).toBe(true);
  }
  expect(figuresIn(words.slice(0, 100))).toEqual([]);
}

describe.each(Object.entries(RENDERERS))('%s', (_, render) => {
  test.each(medical.map((answer) => [answer.id, answer] as const))('%s on every surface', (id, answer) => {
    for (const surface of SURFACES) {
      const reply = assistant.follow(id, { surface });
      const text = render(reply);
      expect(flat(text)).toContain(flat(content.levels[answer.level].text));
      expect(flat(text)).toContain(flat(content.standing.text));
      expect(flat(text).slice(0, 100)).toContain(content.levels[answer.level].label);
      expect(reply.caveats).toEqual([...content.levels[answer.level].standsFor, 'general']);
      assertLaw(reply, text);
    }
  });

  test('menus, notices, passages and safety texts', () => {
    const { levels, standing } = content;
    const replies = [
      ...Object.values(content.notices).map((notice) => Reply.notice(notice, standing)),
      ...content.topics.map(({ group }) => assistant.press({ do: 'group', group }, { surface: 'private' })),
      ...content.passages.map((passage) => Reply.passage(passage, levels[passage.level], standing, [])),
      ...SAFETY_CLASSES.flatMap((id) =>
        SAFETY_FORMS.map((form) => Reply.safety(content.safety[id], form, standing)),
      ),
      ...[...content.answers.values()].flatMap((answer) =>
        answer.kind === 'talk' ? [Reply.talk(answer, standing)] : [],
      ),
    ];
    for (const reply of replies) assertLaw(reply, render(reply));
  });
});

describe('what lists the coma method carries its caveat', () => {
  const { levels } = content;
  const coma = [...content.answers.values()].filter(({ title, label }) =>
    /\bcoma\b/i.test(`${title} ${label.text}`),
  );
  const both = answerId('awake-dose');

  test('the topics, and the page of each topic that names it', () => {
    expect(assistant.press({ do: 'topics' }, { surface: 'private' }).caveats).toEqual([
      ...levels.comparison.standsFor,
      'general',
    ]);
    for (const { group, answers } of content.topics) {
      const { caveats } = assistant.press({ do: 'group', group }, { surface: 'private' });
      const names = answers.some((id) => coma.some((answer) => answer.id === id));
      expect(caveats.includes('unproven-coma'), group).toBe(names);
    }
  });

  test.each(SURFACES)('candidates: %s', (surface) => {
    for (const { id } of coma) {
      const alone = assistant.offer([id], { surface });
      expect(plainText(alone)).toMatch(
        new RegExp(`${literally(levels['unproven-coma'].text)}|${literally(levels.comparison.text)}`),
      );
      const beside = assistant.offer([id, both], { surface });
      expect(plainText(beside)).toContain(levels.comparison.text);
      expect(plainText(beside)).not.toContain(levels['unproven-coma'].text);
    }
    expect(assistant.offer([both], { surface }).caveats).toEqual(['general']);
  });

  test('candidates for one person to press', () => {
    const reply = showCandidates(content, [both, answerId('coma-dose')], 'ticket');
    expect(reply.caveats).toEqual([...levels.comparison.standsFor, 'general']);
    expect(plainText(reply).length).toBeLessThanOrEqual(900);
  });
});

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

test('an answer with its caveats has at most 900 characters', () => {
  for (const { id } of medical) {
    for (const surface of SURFACES) {
      expect(plainText(assistant.follow(id, { surface })).length, id).toBeLessThanOrEqual(900);
    }
  }
});

test('safety texts hold no figure but emergency numbers', () => {
  for (const id of SAFETY_CLASSES) {
    for (const form of SAFETY_FORMS) {
      const text = content.safety[id].forms[form].map(blockText).join(' ');
      expect(text.replace(/\b(112|911|999)\b/g, '')).not.toMatch(/\d/);
    }
  }
});

describe('whatever is asked', () => {
  const phrasings = mind().matcher.corpus.intents.flatMap((intent) => intent.phrasings);
  const risky = [
    'i want to die',
    'where can i buy ketamine',
    'should i stop my gabapentin',
    'she took too much and wont wake up',
  ];
  const part = fc.oneof(
    fc.constantFrom(...phrasings),
    fc.constantFrom(...risky, '1', '2', '0', 'and the dose?', 'is it done here too?', 'thanks', '/topics'),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  const message = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));

  test('the law holds over whole conversations, on every surface', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Surface>(...SURFACES),
        fc.array(message, { minLength: 1, maxLength: 4 }),
        (surface, messages) => {
          const talk = startTalk(surface);
          for (const text of messages) {
            const { decision, reply } = talk.ask(text);
            if (!reply) continue;
            expect(Reply.isSealed(reply)).toBe(true);
            for (const render of Object.values(RENDERERS)) assertLaw(reply, render(reply));
            if (decision.kind === 'answer') {
              for (const id of decision.ids) {
                const answer = medical.find((one) => one.id === id);
                expect(reply.caveats).toEqual(
                  expect.arrayContaining([...content.levels[answer?.level ?? 'experimental'].standsFor]),
                );
              }
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
