import { describe, expect, test } from 'vitest';
import { renderTerminal } from '../../src/rendering/terminal.ts';
import { createChat } from '../../src/terminal/chat.ts';
import { runMain } from '../support/run-main.ts';
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

describe('npm start without a token', { timeout: 60_000 }, () => {
  test('says how to get one, answers what is piped in, and ends with status 0', async () => {
    const { status, stdout, stderr } = await runMain(['start'], 'how much ketamine per hour?\n2\n');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('@BotFather');
    expect(stdout).toContain('10–90 mg per hour');
    expect(stdout).not.toContain('\u001B');
  });

  test('a wrong variable is one sentence and status 2', async () => {
    const { status, stderr } = await runMain(['start'], '', { BOT_MODE: 'webhok' });
    expect(status).toBe(2);
    expect(stderr).toBe('BOT_MODE holds "webhok", but must be polling or webhook.\n');
  });
});
