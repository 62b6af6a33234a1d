import { beforeEach, describe, expect, test } from 'vitest';
import { blockText } from '../../src/domain/rich-text.ts';
import { createSetting, type Setting } from '../support/telegram/in-process.ts';

let setting: Setting;
beforeEach(() => {
  setting = createSetting();
});

const wordsOf = (notice: 'welcome' | 'topics' | 'stale-link' | 'source' | 'safety-promise'): string =>
  setting.assistant.content.notices[notice].body.map(blockText).join('\n\n');

const send = (text: string) => setting.handle(setting.person.says(text));

describe('commands', () => {
  test('/start welcomes, with the standing line and a way to all topics', async () => {
    const [reply, ...more] = await send('/start');
    expect(more).toEqual([]);
    expect(reply?.text).toContain(wordsOf('welcome'));
    expect(reply?.text).toContain(setting.assistant.content.standing.text);
    expect(reply?.buttons).toEqual(['All topics']);
  });

  test.each([
    ['/help', /^You can ask me about ketamine infusion/],
    ['/privacy', /^Very little,/],
    ['/help@crps_answers_bot', /^You can ask me/],
    ['/help@CRPS_Answers_Bot', /^You can ask me/],
  ])('%s', async (command, words) => {
    const [reply, ...more] = await send(command);
    expect(more).toEqual([]);
    expect(reply?.text).toMatch(words);
  });

  test('/safety says what the bot does and does not do', async () => {
    const [reply] = await send('/safety');
    expect(reply?.text).toContain(wordsOf('safety-promise'));
  });

  test('/topics lists every topic', async () => {
    const [reply] = await send('/topics');
    expect(reply?.text).toContain(wordsOf('topics'));
    expect(reply?.buttons).toEqual(setting.assistant.content.topics.map(({ label }) => label.text));
  });

  test('/source lists every passage', async () => {
    const [reply] = await send('/source');
    expect(reply?.text).toContain(wordsOf('source'));
    expect(reply?.buttons).toEqual(setting.assistant.content.passages.map(({ label }) => label.text));
  });

  test('every command of the list is answered', async () => {
    for (const { command } of setting.assistant.content.commands) {
      expect(await send(`/${command}`), command).toHaveLength(1);
    }
  });
});

describe('deep links', () => {
  test('an id opens its answer', async () => {
    const [reply] = await send('/start awake-dose');
    expect(reply?.text).toContain('10–90 mg per hour');
    expect(reply?.text).toContain(setting.assistant.content.levels['study-number'].text);
  });

  test.each(['medical-emergency', 'crisis', 'self-administration', 'personal-medical-advice'] as const)(
    '%s opens that text',
    async (id) => {
      const [reply, ...more] = await send(`/start ${id}`);
      expect(more).toEqual([]);
      expect(reply?.text).toContain(
        setting.assistant.content.safety[id].forms.self.map(blockText).join('\n\n'),
      );
    },
  );

  test.each(['no-such-answer', '__proto__', 'constructor', 'AWAKE-DOSE'])(
    'an unknown id, such as %s, opens the menu',
    async (id) => {
      const [reply] = await send(`/start ${id}`);
      expect(reply?.text).toContain(wordsOf('stale-link'));
      expect(reply?.text).not.toContain(id);
      expect(reply?.buttons).toContain('The coma method');
    },
  );

  test.each(['tell me about awake-dose', '83% <b>', 'awake-dose please'])(
    'what is no id, such as %j, opens the menu too: links carry ids and nothing else',
    async (payload) => {
      const [reply, ...more] = await send(`/start ${payload}`);
      expect(more).toEqual([]);
      expect(reply?.text).toContain(wordsOf('stale-link'));
      expect(reply?.text).not.toContain('mg');
    },
  );
});

describe('text after a command is looked at for danger first', () => {
  test.each(['/start', '/help', '/topics', '/source', '/privacy', '/safety', '/nonsense'])(
    '%s',
    async (command) => {
      const [reply, ...more] = await send(`${command} i took too many pills and i cant breathe`);
      expect(more).toEqual([]);
      expect(reply?.text).toMatch(/call your local emergency number/i);
      expect(reply?.text).not.toMatch(/what I can and cannot|Pick one/);
    },
  );

  test('harmless words do not change what a command does', async () => {
    const [reply] = await send('/help please');
    expect(reply?.text).toMatch(/^You can ask me/);
  });
});

test.each([
  ['/START', /^Hello\. I answer questions/],
  ['/Help', /^You can ask me/],
  ['/TOPICS@crps_answers_bot', /^All topics/],
  ['/Faq tell me about awake-dose', /10–90 mg/],
  ['/Link awake-dose', /^Here is a line to paste/],
  ['/Forget', /^Gone/],
])('%s: commands are known whatever their case', async (text, words) => {
  const [reply, ...more] = await send(text);
  expect(more).toEqual([]);
  expect(reply?.text).toMatch(words);
});

describe('commands that are not for this place', () => {
  test.each(['/settings', '/setup', '/Settings please'])('%s is for groups, and says so', async (text) => {
    const [reply, ...more] = await send(text);
    expect(more).toEqual([]);
    expect(reply?.text).toMatch(/^That command is for groups/);
  });

  test.each(['/why', '/stop', '/unsure', '/dose tell me about awake-dose'])(
    '%s is unknown: the commands of this place, and no answer',
    async (text) => {
      await send('tell me about awake-dose');
      const [reply, ...more] = await send(text);
      expect(more).toEqual([]);
      expect(reply?.text).toMatch(/^I do not know that command/);
      const here = setting.assistant.content.commands.filter(({ places }) => places.includes('private'));
      for (const { command } of here) expect(reply?.text).toContain(`/${command}`);
      expect(reply?.buttons).toEqual(['All topics']);
    },
  );

  test.each(['/settings i want to die', '/foo i want to die', '/i_want_to_die'])(
    '%s: danger comes first',
    async (text) => {
      const [reply] = await send(text);
      expect(reply?.text).toContain('findahelpline.com');
    },
  );
});

test('a command for another bot is not answered, save for danger', async () => {
  expect(await send('/help@some_other_bot')).toEqual([]);
  expect(await send('/start@some_other_bot awake-dose')).toEqual([]);
  const [reply] = await send('/ask@some_other_bot i am going to kill myself tonight');
  expect(reply?.text).toContain('findahelpline.com');
});
