import { describe, expect, test } from 'vitest';
import { Reply } from '../../src/domain/reply.ts';
import { renderTelegram } from '../../src/rendering/telegram.ts';
import { renderKeyboard } from '../../src/rendering/telegram-keyboard.ts';
import { quickAssistant } from '../support/telegram/quick-assistant.ts';

const assistant = quickAssistant();
const { content } = assistant;
const { standing } = content;

function marked(reply: Reply): string[] {
  const { text, entities } = renderTelegram(reply);
  return entities.map(({ type, offset, length }) => `${type}: ${text.slice(offset, offset + length)}`);
}

describe('renderTelegram', () => {
  test('an answer: bold heading, italic caveats, the quote folded, in this order', () => {
    const { title } = content.answers.get('coma-dose' as never) ?? { title: '' };
    const { text: caveat, quoteLabel, label } = content.levels['unproven-coma'];
    const quote = 'administering an extremely high dosage of ketamine; typically between 600 and 900 mg';
    expect(marked(assistant.follow('coma-dose', { surface: 'private' }))).toEqual([
      `bold: ${label} · ${title}`,
      `italic: ${caveat}`,
      `bold: ${quoteLabel}, paragraph 6`,
      `expandable_blockquote: ${quoteLabel}, paragraph 6\n${quote}`,
      `italic: ${standing.text}`,
    ]);
  });

  test('bold words in lists and paragraphs keep their places', () => {
    expect(marked(assistant.follow('crisis', { surface: 'private' }))).toEqual([
      'bold: In danger, hurt, or taken something?',
      'bold: Talk to someone for free:',
      'bold: Tell someone near you',
    ]);
  });

  test('choices are numbered in the text', () => {
    const { reply } = assistant.ask({ text: 'unsure', surface: 'private', addressed: true });
    expect(reply && renderTelegram(reply).text).toMatch(/\n\n1\. .+\n2\. .+\n3\. .+\n0\. None of these\n\n/);
  });

  test('offsets count UTF-16 units', () => {
    const lines = Reply.explanation(['🧪👩‍👩‍👧‍👦'], standing);
    const { text, entities } = renderTelegram(lines);
    expect(entities).toEqual([{ type: 'italic', offset: 15, length: standing.text.length }]);
    expect(text.slice(15)).toBe(standing.text);
  });

  test('throws on what Telegram would refuse or cut', () => {
    const room = 4096 - 2 - standing.text.length;
    expect(renderTelegram(Reply.explanation(['x'.repeat(room)], standing)).text).toHaveLength(4096);
    expect(() => renderTelegram(Reply.explanation(['x'.repeat(room + 1)], standing))).toThrow(RangeError);
  });
});

describe('renderKeyboard', () => {
  test('leaves empty rows out, and the whole keyboard when nothing is left', () => {
    const [row] = assistant.say('welcome').buttons;
    expect(renderKeyboard([[], row ?? []], ({ do: what }) => ({ callback_data: what }))).toEqual({
      inline_keyboard: [[{ text: 'All topics', callback_data: 'topics' }]],
    });
    expect(renderKeyboard([[]], () => ({ callback_data: 'x' }))).toBeUndefined();
  });
});
