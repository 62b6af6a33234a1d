import { Composer } from 'grammy';
import type { Assistant } from '../../answering/assistant.ts';
import { keepNewest } from '../../domain/keep-newest.ts';
import type { BotContext, QuietContext } from '../context.ts';

/** Albums come as one message per picture; so many of them are remembered, to answer each once. */
const ALBUMS_KEPT = 1000;

/** What a person can send that has no words. Service messages, such as a pinned message, are not answered. */
const WORDLESS = [
  'message:media',
  'message:sticker',
  'message:voice',
  'message:video_note',
  'message:document',
  'message:audio',
  'message:contact',
  'message:location',
  'message:venue',
  'message:poll',
  'message:dice',
  'message:game',
  'message:story',
  'message:paid_media',
  'message:live_photo',
  'message:checklist',
  'message:rich_message',
] as const;

/** One friendly line for what the bot cannot read. In groups it says nothing. Last of all features. */
export function notText(assistant: Assistant): Composer<BotContext> {
  const albums = new Set<string>();
  const isNew = (album: string): boolean => {
    if (albums.has(album)) return false;
    albums.add(album);
    keepNewest(albums, ALBUMS_KEPT);
    return true;
  };
  const feature = new Composer<BotContext>();
  feature.chatType('private').on([...WORDLESS], async (context: QuietContext) => {
    const album = context.msg?.media_group_id;
    if (album === undefined || isNew(album)) await context.say(assistant.say('not-text'));
  });
  return feature;
}
