import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageAction } from '../read-action.ts';
import type { Cards, Change, Opening, RoomId, Why, WireMessage } from '../wire.ts';
import { closeSession, followChanges, loadWhy, openSession, Refused, sendAction } from './api.ts';
import { Avatar } from './bubble.tsx';
import { Chat } from './chat.tsx';
import { applyChanges, begin, type ChatState } from './chat-state.ts';
import { ContentView } from './content-view.tsx';
import { openLink } from './open-link.ts';
import { ThemeButton } from './theme-button.tsx';
import { WhyPanel } from './why-panel.tsx';

/** Milliseconds that a toast stands. */
const TOAST_MS = 6_000;

/** The page: the chats at the left or above, the chosen one, and the reasons beside it. */
export function App({ opening: first }: { readonly opening: Opening }): JSX.Element {
  const [state, setState] = useState<ChatState>(() => begin(first));
  const [viewId, setViewId] = useState(() => location.hash.slice(1) || 'private');
  const [why, setWhy] = useState<Why>();
  const [toast, setToast] = useState<string>();
  const [news, setNews] = useState('');
  const [target, setTarget] = useState<string>();
  const drafts = useRef(new Map<string, string>());
  const asker = useRef<HTMLElement | null>(null);
  const latest = useRef(state);
  latest.current = state;
  const { opening } = state;
  const { session } = opening;
  const view = opening.views.find(({ id }) => id === viewId);

  const take = (changes: readonly Change[]): void => {
    const before = latest.current;
    const fresh = changes.filter(({ seq }) => seq > before.seq);
    if (fresh.length === 0) return;
    latest.current = applyChanges(before, fresh);
    setState(latest.current);
    for (const change of fresh) {
      if (change.kind === 'open') open(change.url);
      if (change.kind === 'problem') setToast(change.text);
      if (change.kind === 'put' && change.message.from === 'bot') announce(change.message);
      if (change.kind === 'delete') setNews('A message was removed.');
    }
  };
  const announce = ({ text, edited, onlyFor, buttons }: WireMessage): void => {
    const captions = buttons.flat().map((button) => button.text);
    const below = captions.length > 0 ? ` Buttons: ${captions.join(', ')}.` : '';
    setNews(
      `${opening.bot.name}${onlyFor ? ', only to you' : ''}${edited ? ', edited' : ''}: ${text}${below}`,
    );
  };
  const fail = (error: unknown): void => {
    if (!(error instanceof Refused)) throw error;
    if (error.gone) void startAnew('The program was started anew, and the chats with it.');
    else setToast(error.message);
  };
  const startAnew = async (words: string): Promise<void> => {
    const fresh = await openSession().catch(() => undefined);
    if (!fresh) return setToast('The program does not answer. Is it still running?');
    latest.current = begin(fresh);
    setState(latest.current);
    setWhy(undefined);
    return setToast(words);
  };
  const act = async (action: PageAction): Promise<Cards | undefined> => {
    try {
      const { changes, inline } = await sendAction(session, latest.current.seq, action);
      take(changes);
      return inline;
    } catch (error) {
      fail(error);
      return undefined;
    }
  };
  const go = (id: string): void => {
    setViewId(id);
    setTarget(undefined);
    document.getElementById(`view-${id}`)?.scrollIntoView({ block: 'nearest', inline: 'center' });
    history.replaceState(null, '', `#${id}`);
  };
  const showMessage = (room: RoomId, key: string): void => {
    if (view?.room !== room) go(room === 'forum' ? 'topics' : 'moderator');
    setTarget(undefined);
    setTimeout(() => setTarget(key), 0);
  };
  const open = (url: string): void =>
    openLink(url, opening.bot.username, {
      start: (payload) => {
        go('private');
        const text = payload === '' ? '/start' : `/start ${payload}`;
        void act({ do: 'say', room: 'private', as: 'kim', text });
      },
      message: showMessage,
      other: (words) => setToast(words),
    });
  const showWhy = ({ why: number }: WireMessage): void => {
    asker.current = document.activeElement as HTMLElement | null;
    if (number !== undefined) loadWhy(session, number).then(setWhy, fail);
  };

  useEffect(() => followChanges(session, latest.current.seq, (change) => take([change])), [session]);
  useEffect(() => {
    if (toast === undefined) return;
    const timer = setTimeout(() => setToast(undefined), TOAST_MS);
    return () => clearTimeout(timer);
  }, [toast]);

  return (
    <div class={`page ${why ? 'with-why' : ''}`}>
      <nav aria-label="Chats">
        <ul>
          {opening.views.map(({ id, name, title, room }) => (
            <li key={id}>
              <button
                type="button"
                id={`view-${id}`}
                aria-current={id === viewId ? 'page' : undefined}
                onClick={() => go(id)}
              >
                <Avatar id={room === 'private' ? 'bot' : room} name={title} />
                <span class="name">{name}</span>
                <span class="last cut">{state.rooms[room].findLast(({ onlyFor }) => !onlyFor)?.text}</span>
              </button>
            </li>
          ))}
          <li>
            <button
              type="button"
              aria-current={viewId === 'content' ? 'page' : undefined}
              onClick={() => go('content')}
            >
              <Avatar id="content" name="≡" />
              <span class="name">Content</span>
              <span class="last cut">Every answer and its source</span>
            </button>
          </li>
        </ul>
      </nav>
      <main>
        <header class="head">
          <Avatar
            id={view ? (view.room === 'private' ? 'bot' : view.room) : 'content'}
            name={view?.title ?? '≡'}
          />
          <div class="titles">
            <h1>{view?.title ?? 'Content'}</h1>
            <p>{view?.subtitle ?? 'all that the bot says'}</p>
          </div>
          <ThemeButton />
          <button
            type="button"
            class="reset"
            onClick={() => {
              closeSession(session).catch(() => {});
              void startAnew('All chats begin anew.');
            }}
          >
            Reset
          </button>
        </header>
        {view ? (
          <Chat
            key={`${session}${view.id}`}
            state={state}
            view={view}
            act={act}
            open={open}
            why={showWhy}
            target={target}
            drafts={drafts.current}
          />
        ) : (
          <ContentView fail={fail} open={open} botName={opening.bot.username} />
        )}
      </main>
      {why && (
        <WhyPanel
          why={why}
          close={() => {
            setWhy(undefined);
            asker.current?.focus();
          }}
        />
      )}
      <p class="hidden" aria-live="polite">
        {news}
      </p>
      <div role="alert" class="toasts">
        {toast && <p class="toast">{toast}</p>}
      </div>
    </div>
  );
}
