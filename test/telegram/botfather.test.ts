import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COMMAND_PLACES, type CommandPlace } from '../../src/domain/curated.ts';
import { plainText } from '../../src/rendering/plain-text.ts';
import { BOT } from '../../src/stand-in/answers.ts';
import { publishProfile } from '../../src/telegram/publish-profile.ts';
import { createGroup } from '../support/telegram/group.ts';
import { createSetting } from '../support/telegram/in-process.ts';

const { bot, api, assistant, person, handle } = createSetting();
const { commands } = assistant.content;
const listOf = (place: CommandPlace) => commands.filter(({ places }) => places.includes(place));

describe('command lists', () => {
  test('one for each kind of chat, set only when it differs', async () => {
    await publishProfile(bot.api, assistant);
    const names = (scope: string) =>
      (api.lists.get(scope) as { command: string }[]).map(({ command }) => command);
    expect(names('default')).toEqual(listOf('private').map(({ command }) => command));
    expect(names('all_group_chats')).toEqual(listOf('groups').map(({ command }) => command));
    expect(names('all_chat_administrators')).toEqual(listOf('admins').map(({ command }) => command));
    await publishProfile(bot.api, assistant);
    expect(api.countOf('setMyCommands')).toBe(3);
  });

  test('/ask is whispered, and no other', () => {
    const whispered = (
      api.lists.get('all_group_chats') as { command: string; is_ephemeral?: boolean }[]
    ).filter(({ is_ephemeral: is }) => is);
    expect(whispered.map(({ command }) => command)).toEqual(['ask']);
  });

  test.each(COMMAND_PLACES)('every command listed for %s is answered there', async (place) => {
    for (const { command } of listOf(place)) {
      if (place === 'private') expect(await handle(person.says(`/${command}`)), command).toHaveLength(1);
      else {
        const group = createGroup();
        const by = place === 'admins' ? group.mod : group.kim;
        const calls = await group.calls(by.says(`/${command}@${BOT.username}`));
        expect(
          calls.filter(({ method }) => method === 'sendMessage'),
          command,
        ).toHaveLength(1);
      }
    }
  });
});

test('botfather.txt says the same, ready to paste', () => {
  const file = readFileSync(new URL('../../content/botfather.txt', import.meta.url), 'utf8');
  const lines = (place: CommandPlace) =>
    listOf(place)
      .map(({ command, description }) => `${command} - ${description}`)
      .join('\n');
  for (const place of COMMAND_PLACES) expect(file).toContain(`\n\n${lines(place)}\n`);
  expect(file).toContain(`\n\n${plainText(assistant.say('bot-description'))}\n`);
  expect(file).toContain(`\n\n${plainText(assistant.say('bot-about'))}\n`);
});
