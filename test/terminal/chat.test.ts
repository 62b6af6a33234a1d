import { describe, expect, test } from 'vitest';
import { renderTerminal } from '../../src/rendering/terminal.ts';
import { createChat } from '../../src/terminal/chat.ts';
import { shippedApp } from '../support/shipped.ts';

function startChat(): (line: string) => string {
  const { assistant, mind } = shippedApp();
  const chat = createChat(assistant, () => mind().matcher);
  return (line) => {
    const reply = chat.say(line);
    return reply ? renderTerminal(reply, { styled: false }) : '';
  };
}

describe('the chat', () => {
  test('every answer of the menu is two numbers away', () => {
    const { content } = shippedApp().assistant;
    for (const [i, topic] of content.topics.entries()) {
      for (const [j, id] of topic.answers.entries()) {
        const say = startChat();
        say('/topics');
        say(String(i + 1));
        expect(say(String(j + 1)), id).toContain(content.answers.get(id)?.title);
      }
    }
  });

  test.each([
    ['/topics', '1. The treatment in short'],
    ['/topics', '2. '],
    ['/source', '1. '],
  ])('%s lists what can be chosen by number: %s', (command, line) => {
    expect(
      startChat()(command)
        .split('\n')
        .some((shown) => shown.startsWith(line)),
    ).toBe(true);
  });

  test.each(['/topics', '/source', 'what is the coma method', 'what is the capital of france'])(
    'after %j every number that does something is listed',
    (line) => {
      const { assistant, mind } = shippedApp();
      const reply = createChat(assistant, () => mind().matcher).say(line);
      const captions = (reply?.buttons ?? []).flat().map(({ label }) => label.text);
      const shown = reply ? renderTerminal(reply, { styled: false }) : '';
      expect(shown).toContain(captions.map((caption, i) => `${i + 1}. ${caption}`).join('\n'));
    },
  );

  test('a number that is not listed leaves the list as it is', () => {
    const say = startChat();
    const topics = say('/topics');
    const listed = topics.slice(topics.indexOf('1. '));
    expect(say('99')).toContain(listed);
    expect(say('1')).toContain('What is CRPS');
  });

  test('/source shows the document word for word', () => {
    const say = startChat();
    expect(say('/source')).toContain('It has no date');
    expect(say('4')).toContain('low dose subanesthetic Ketamine infusion of between 10–90 mg per hour');
  });

  test('/why explains the last match, with the standing line', () => {
    const say = startChat();
    say('how much ketamine per hour?');
    const why = say('/why');
    expect(why).toContain('awake-dose');
    expect(why).toContain('Thresholds: answer');
    expect(why).toContain('This is not medical advice.');
  });

  test.each(['/help', '/privacy', '/safety', '/start', '/topics', '/source'])(
    '%s says something',
    (command) => {
      expect(startChat()(command).length).toBeGreaterThan(40);
    },
  );
});
