import { sequentialize } from '@grammyjs/runner';
import { type ApiClientOptions, Bot } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import type { Assistant } from '../answering/assistant.ts';
import type { Stores } from '../domain/stores.ts';
import { type BotContext, createVoice } from './context.ts';
import type { CuratorChat } from './curators/curator-chat.ts';
import { decisions } from './curators/decisions.ts';
import { forget } from './curators/forget.ts';
import { inlineCopies } from './curators/inline-copies.ts';
import type { Keeper } from './curators/keeper.ts';
import { votes } from './curators/votes.ts';
import { createErrorBoundary } from './error-boundary.ts';
import { ask } from './features/ask.ts';
import { buttons } from './features/buttons.ts';
import { commands } from './features/commands.ts';
import { edits } from './features/edits.ts';
import { faq } from './features/faq.ts';
import { groupButtons } from './features/group-buttons.ts';
import { groupMenu, keepMenus } from './features/group-menu.ts';
import { groupQuestions } from './features/group-questions.ts';
import { guest } from './features/guest.ts';
import { inline } from './features/inline.ts';
import { link } from './features/link.ts';
import { migration } from './features/migration.ts';
import { notText } from './features/not-text.ts';
import { questions } from './features/questions.ts';
import { settings } from './features/settings.ts';
import { setup } from './features/setup.ts';
import { type FloodOptions, floodGate } from './flood-gate.ts';
import { createDesk } from './groups/desk.ts';
import type { GroupStores } from './groups/group-memory.ts';
import { refuseUnsealedText } from './guard.ts';
import { isOurs } from './is-ours.ts';
import { createMemoryStores } from './memory-stores.ts';
import { chatKeyOf } from './receiving/chat-key.ts';
import { observeHandling } from './receiving/observe-handling.ts';
import { routeByKind } from './route-by-kind.ts';
import { type Call, observeCalls } from './sending/observe-calls.ts';
import { createOutgoing, type Outgoing } from './sending/outgoing.ts';
import { createFetch } from './sending/request.ts';

export interface BotOptions {
  readonly token: string;
  /** Root of the Bot API without a slash at its end. Absent: Telegram's. */
  readonly apiRoot?: string;
  /** What `getMe` would say, when it is known. */
  readonly botInfo?: UserFromGetMe;
  readonly logger: Logger;
  /** What is remembered of groups. Absent: in memory, until the process ends. */
  readonly stores?: GroupStores;
  /** What keeps open questions, votes and counts for curators. Absent: nothing of the kind is kept. */
  readonly keeper?: Keeper;
  /** Where curators decide on open questions, and the store that holds these. Absent: nowhere. */
  readonly curators?: {
    readonly stores: Pick<Stores, 'unanswered'>;
    readonly chat: CuratorChat;
  };
  /** How calls leave. Absent: one without a limit for all chats together. */
  readonly outgoing?: Outgoing;
  /** How much one person may put to the bot. Absent: without a limit. */
  readonly flood?: FloodOptions;
  /** Who counts what the bot does. Absent: nobody. */
  readonly observer?: BotObserver;
  /** How requests are made, for proxies and tests. Absent: by `createFetch`. */
  readonly fetch?: NonNullable<ApiClientOptions['fetch']>;
}

/** Hears of what the bot does; nothing of a message. */
export interface BotObserver {
  readonly onCall?: (call: Call) => void;
  /** An update of a kind such as `message` was handled; also when that failed. */
  readonly onHandled?: (kind: string, milliseconds: number) => void;
}

/** Seconds until a request counts as lost. A long poll takes 30. */
const TIMEOUT_SECONDS = 60;

/** Joins the features to a bot. It does nothing until it is given updates, by polling or in a test. */
export function createBot(assistant: Assistant, options: BotOptions): Bot<BotContext> {
  const {
    token,
    apiRoot,
    botInfo,
    logger,
    fetch = createFetch(),
    keeper,
    curators,
    stores = createMemoryStores(),
  } = options;
  const { outgoing = createOutgoing(), flood, observer = {} } = options;
  const bot = new Bot<BotContext>(token, {
    ...(botInfo ? { botInfo } : {}),
    client: {
      timeoutSeconds: TIMEOUT_SECONDS,
      ...(apiRoot === undefined ? {} : { apiRoot }),
      fetch,
    },
  });
  const { onCall, onHandled } = observer;
  bot.api.config.use(refuseUnsealedText, ...(onCall ? [observeCalls(onCall)] : []), outgoing.transformer);
  if (onHandled) bot.use(observeHandling(onHandled));

  const desk = createDesk({ api: bot.api, assistant, stores, keeper, logger, me: () => bot.botInfo });
  const setups = setup(desk);
  const mentions = groupQuestions(desk);
  const words = [mentions, questions(desk)];
  bot
    .errorBoundary(createErrorBoundary(assistant, logger))
    .filter(isOurs)
    .use(
      // One chat after the other in itself, all chats beside each other.
      sequentialize<BotContext>(({ update }) => chatKeyOf(update)),
      createVoice(desk),
      ...(flood ? [floodGate(assistant, flood)] : []),
      keepMenus(desk, stores, logger),
      routeByKind({
        command: [
          setups,
          settings(desk),
          groupMenu(desk),
          faq(desk),
          ask(desk),
          link(desk),
          forget(desk),
          commands(desk),
          ...words,
        ],
        words,
        wordless: [migration(desk), notText(assistant)],
        edit: [mentions, edits(assistant)],
        press: [
          ...(keeper ? [votes(assistant, keeper)] : []),
          ...(curators ? [decisions(assistant, curators.stores, curators.chat)] : []),
          groupButtons(desk),
          buttons(assistant),
        ],
        inline: [inline(desk), inlineCopies(desk)],
        guest: [guest(desk)],
        membership: [setups],
      }),
    );
  return bot;
}
