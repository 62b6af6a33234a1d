import type { Api } from 'grammy';
import type { Assistant } from '../answering/assistant.ts';
import { plainText } from '../rendering/plain-text.ts';
import { sendAbout, sendCommands, sendDescription } from './deliver.ts';

/**
 * Sets the commands and the profile texts where they differ from what Telegram has: these calls are limited to a few a
 * day.
 */
export async function publishProfile(api: Api, assistant: Assistant): Promise<void> {
  const { commands } = assistant.content;
  const line = (entry: { command: string; description: string }) => `${entry.command}\n${entry.description}`;
  const listed = await api.getMyCommands();
  if (listed.map(line).join('\n') !== commands.map(line).join('\n')) await sendCommands(api, commands);

  const description = assistant.say('bot-description');
  const shown = await api.getMyDescription();
  if (shown.description !== plainText(description)) await sendDescription(api, description);

  const about = assistant.say('bot-about');
  const profile = await api.getMyShortDescription();
  if (profile.short_description !== plainText(about)) await sendAbout(api, about);
}
