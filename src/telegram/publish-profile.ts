import type { Api } from 'grammy';
import type { BotCommand, BotCommandScope } from 'grammy/types';
import type { Assistant } from '../answering/assistant.ts';
import type { Command, CommandPlace } from '../domain/curated.ts';
import { plainText } from '../rendering/plain-text.ts';
import { sendAbout, sendCommands, sendDescription } from './deliver.ts';

/** Telegram shows the list of the narrowest scope and joins none, so each has all that its readers can use. */
const SCOPES: readonly (readonly [CommandPlace, BotCommandScope | undefined])[] = [
  ['private', undefined],
  ['groups', { type: 'all_group_chats' }],
  ['admins', { type: 'all_chat_administrators' }],
];

/**
 * Sets the commands and the profile texts where they differ from what Telegram has: these calls are limited to a few a
 * day.
 */
export async function publishProfile(api: Api, assistant: Assistant): Promise<void> {
  for (const [place, scope] of SCOPES) {
    const commands = assistant.content.commands.filter(({ places }) => places.includes(place));
    const listed = await api.getMyCommands(scope ? { scope } : {});
    if (listed.map(asListed).join('\n') !== commands.map(lineOf).join('\n')) {
      await sendCommands(api, commands, scope);
    }
  }

  const description = assistant.say('bot-description');
  const shown = await api.getMyDescription();
  if (shown.description !== plainText(description)) await sendDescription(api, description);

  const about = assistant.say('bot-about');
  const profile = await api.getMyShortDescription();
  if (profile.short_description !== plainText(about)) await sendAbout(api, about);
}

function lineOf({ command, description, whispered }: Command): string {
  return `${command}\n${description}\n${whispered}`;
}

function asListed({ command, description, is_ephemeral = false }: BotCommand): string {
  return `${command}\n${description}\n${is_ephemeral}`;
}
