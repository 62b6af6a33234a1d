import { type Api, Composer, GrammyError, type MiddlewareFn } from 'grammy';
import type { Logger } from 'pino';
import type { Assistant } from '../../answering/assistant.ts';
import { showGroupMenu } from '../../answering/show-links.ts';
import { answerId } from '../../domain/ids.ts';
import type { PostedCopy } from '../../domain/stores.ts';
import { isHarmless } from '../api-errors.ts';
import type { BotContext, QuietContext } from '../context.ts';
import { editReply } from '../deliver.ts';
import { describeError } from '../describe-error.ts';
import { type Desk, destination } from '../groups/desk.ts';
import type { GroupStores } from '../groups/group-memory.ts';
import { readScene } from '../groups/scene.ts';
import { onCommand } from '../on-command.ts';
import { hint } from './faq.ts';

/** Under this id menus are kept among the posted copies: they too are text of one version of the content. */
export const GROUP_MENU = answerId('group-menu');

const PAGE = 100;

/**
 * `/menu`: posts the topics as links, and pins them where the bot may, in place of an earlier menu. For admins; in private
 * it shows the topics.
 */
export function groupMenu(desk: Desk): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  onCommand(feature, 'menu', async (context: QuietContext) => {
    const scene = readScene(context);
    const { assistant, members, speaker, memory, api } = desk;
    if (!scene) return context.sayMenu(assistant.press({ do: 'topics' }, { surface: 'private' }));
    if (!(await members.isAdmin(scene.chatId, scene.caller))) return hint(desk, scene, 'only-admins');
    const earlier = await memory.newest(scene.chatId, scene.threadId, GROUP_MENU, 0);
    const at = await speaker.post(destination(scene), showGroupMenu(assistant.content));
    if (!at || !('messageId' in at)) return;
    const { version } = assistant.content;
    const place = { ...at, threadId: scene.threadId };
    await memory.posted({ place, answerId: GROUP_MENU, form: 'full', version, at: desk.now() });
    const rights = await desk.rights(scene);
    if (rights.mayPin) {
      await api.pinChatMessage(at.chatId, at.messageId, { disable_notification: true });
      if (earlier) await speaker.unpin(earlier.place);
    }
    const command = scene.message?.message_id;
    if (rights.mayDelete && command !== undefined) {
      await speaker.remove({ chatId: scene.chatId, messageId: command });
    }
  });
  return feature;
}

/** Looks, with each update, whether the content has changed, and if so edits the menus that show the old one. */
export function keepMenus(desk: Desk, stores: GroupStores, logger: Logger): MiddlewareFn<BotContext> {
  let version = desk.assistant.content.version;
  return (_, next) => {
    const { assistant, api } = desk;
    if (assistant.content.version !== version) {
      version = assistant.content.version;
      desk.later(0, () => refreshMenus(api, assistant, stores, { botName: desk.botName(), logger }));
    }
    return next();
  };
}

/**
 * Edits menus in place that were posted from an earlier version of the content. To be called at start; a running bot
 * sees changes by itself. A menu that cannot be edited any more is given up; a store that fails leaves them as they are.
 */
export async function refreshMenus(
  api: Api,
  assistant: Assistant,
  { posted }: GroupStores,
  { botName, logger }: { readonly botName: string; readonly logger: Logger },
): Promise<void> {
  const { content } = assistant;
  const reply = showGroupMenu(content);
  await posted.noticeVersion(content.version, Date.now());
  for (;;) {
    const { items } = await posted.outdated(GROUP_MENU, content.version, { limit: PAGE });
    if (items.length === 0) return;
    for (const copy of items) await refresh(copy);
  }

  async function refresh(copy: PostedCopy): Promise<void> {
    const { place } = copy;
    if (!('messageId' in place)) return posted.markFailed(copy, content.version, 'not a message');
    try {
      await editReply(api, place, reply, { inMenu: false, botName });
    } catch (error) {
      // Telegram is away, or the program stops: another time.
      if (!(error instanceof GrammyError)) throw error;
      if (!isHarmless(error)) {
        logger.info({ error: describeError(error) }, 'A menu could not be edited.');
        return posted.markFailed(copy, content.version, 'cannot be edited');
      }
    }
    return posted.markCorrected(copy, content.version);
  }
}
