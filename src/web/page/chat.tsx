import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PageAction } from '../read-action.ts';
import type { Cards, WireMessage, WireView } from '../wire.ts';
import { Bubble, type BubbleTaps } from './bubble.tsx';
import type { ChatState } from './chat-state.ts';
import { Composer, type Intent } from './composer.tsx';
import { Samples } from './samples.tsx';

export interface ChatProps {
  readonly state: ChatState;
  readonly view: WireView;
  readonly act: (action: PageAction) => Promise<Cards | undefined>;
  readonly open: (url: string) => void;
  readonly why: (message: WireMessage) => void;
  /** Key of a message to show, as from a link to it. */
  readonly target: string | undefined;
  /** What was begun and not yet sent, by view. */
  readonly drafts: Map<string, string>;
}

/** One chat as one of its people sees it. */
export function Chat({ state, view, act, open, why, target, drafts }: ChatProps): JSX.Element {
  const { room } = view;
  const { opening } = state;
  const forum = room === 'forum';
  const inGroup = room === 'group' || forum;
  const [as, setAs] = useState(view.as);
  const [topic, setTopic] = useState(forum ? 20 : 0);
  const [draft, setKept] = useState(() => drafts.get(view.id) ?? '');
  const [intent, setIntent] = useState<Intent>();
  const [lit, setLit] = useState<string>();
  const log = useRef<HTMLElement>(null);
  const stick = useRef(true);
  const setDraft = (text: string): void => {
    drafts.set(view.id, text);
    setKept(text);
  };

  const me = opening.people.find(({ id }) => id === as);
  const shown = state.rooms[room].filter(
    (message) =>
      (message.onlyFor === undefined || message.onlyFor === as) && (!forum || (message.topic ?? 0) === topic),
  );
  const newest = shown.at(-1);
  useLayoutEffect(() => {
    if (log.current) showNewest(log.current);
  }, [topic, newest?.key, newest?.text, newest?.buttons.length]);
  useEffect(() => {
    const { current } = log;
    if (!current) return;
    const observer = new ResizeObserver(() => {
      if (stick.current) showNewest(current);
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);

  const jump = (key: string): void => {
    const there = state.rooms[room].find((message) => message.key === key);
    if (forum && there) setTopic(there.topic ?? 0);
    setLit(key);
    setTimeout(() => document.getElementById(`${room}-${key}`)?.focus(), 0);
  };
  useEffect(() => {
    if (target) jump(target);
  }, [target]);

  const nameOf = (id: string): string =>
    id === 'bot' ? opening.bot.name : (opening.people.find((person) => person.id === id)?.name ?? id);
  const place = { room, ...(forum ? { topic } : {}) };
  const say = (text: string, by = as, replyTo?: string): void => {
    void act({ do: 'say', ...place, as: by, text, ...(replyTo === undefined ? {} : { replyTo }) });
  };
  const send = (text: string): void => {
    setDraft('');
    setIntent(undefined);
    if (intent?.kind === 'edit') void act({ do: 'edit', room, as, key: intent.message.key, text });
    else say(text, as, intent?.message.key);
  };
  const taps: BubbleTaps = {
    open,
    why,
    jump,
    say: (text) => say(text),
    press: (message, data) => void act({ do: 'press', room, as, key: message.key, data }),
    reply: (message) => setIntent({ kind: 'reply', message, author: nameOf(message.from) }),
    edit: (message) => {
      setIntent({ kind: 'edit', message });
      setDraft(message.text);
    },
    faq: inGroup ? (message) => say('/faq', as, message.key) : undefined,
  };
  const targetOf = ({ replyTo }: WireMessage) => {
    if (replyTo === undefined) return undefined;
    const found = state.rooms[room].find(({ key }) => key === replyTo);
    return found
      ? { author: nameOf(found.from), text: found.text, key: found.key }
      : { author: 'Deleted message', text: '' };
  };
  const pinned = state.rooms[room].find(({ key }) => key === state.pinned[room]);

  return (
    <>
      {inGroup && (
        <div class="bar">
          {forum && (
            <fieldset class="topics" aria-label="Topics of the forum">
              {opening.topics.map(({ id, name }) => (
                <button type="button" key={id} aria-pressed={id === topic} onClick={() => setTopic(id)}>
                  {name}
                </button>
              ))}
            </fieldset>
          )}
          <div class="who">
            {forum && (
              <label>
                You are{' '}
                <select value={as} onChange={(event) => setAs(event.currentTarget.value)}>
                  {opening.people.map(({ id, name, admin }) => (
                    <option key={id} value={id}>
                      {admin ? `${name} (moderator)` : name}
                    </option>
                  ))}
                </select>
              </label>
            )}
            <label>
              <input
                type="checkbox"
                checked={state.admin[room] ?? false}
                onChange={(event) => void act({ do: 'rights', room, admin: event.currentTarget.checked })}
              />{' '}
              Bot is admin
            </label>
          </div>
          {pinned && (
            <button type="button" class="pinned" onClick={() => jump(pinned.key)}>
              <strong>Pinned message</strong>
              <span class="cut">{pinned.text}</span>
            </button>
          )}
        </div>
      )}
      <section
        class="log"
        ref={log}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        aria-label={`Messages of ${view.name}`}
        onScroll={({ currentTarget: at }) => {
          stick.current = at.scrollHeight - at.clientHeight - at.scrollTop < 80;
        }}
      >
        {shown.length === 0 && room === 'private' ? (
          <div class="empty">
            <p class="what">What can this bot do?</p>
            <p>{opening.bot.description}</p>
            <button type="button" class="start" onClick={() => say('/start')}>
              Start
            </button>
          </div>
        ) : (
          <ol>
            {shown.map((message) => (
              <Bubble
                key={message.key}
                message={message}
                author={nameOf(message.from)}
                mine={message.from === as}
                inGroup={inGroup}
                admin={opening.people.some(({ id, admin }) => id === message.from && admin)}
                botName={opening.bot.username}
                target={targetOf(message)}
                lit={lit === message.key}
                taps={taps}
              />
            ))}
          </ol>
        )}
      </section>
      <Samples view={view} people={opening.people} say={say} fill={setDraft} />
      <Composer
        botName={opening.bot.username}
        commands={room === 'private' ? opening.commands.private : inGroup ? groupCommands() : []}
        draft={draft}
        setDraft={setDraft}
        intent={intent}
        drop={() => {
          if (intent?.kind === 'edit') setDraft('');
          setIntent(undefined);
        }}
        send={send}
        look={(query) => act({ do: 'type', room, as, query })}
        pick={(card) => {
          setDraft('');
          setIntent(undefined);
          const reply = intent?.kind === 'reply' ? { replyTo: intent.message.key } : {};
          void act({ do: 'send-card', ...place, as, card: card.id, ...reply });
        }}
        openPrivate={(start) => open(`https://t.me/${opening.bot.username}?start=${start}`)}
      />
    </>
  );

  function groupCommands() {
    return me?.admin ? opening.commands.admin : opening.commands.member;
  }
}

/** Shows the newest message from its first line on: a long answer begins with its caveat, not with its buttons. */
function showNewest(log: HTMLElement): void {
  const last = log.querySelector<HTMLElement>('.row:last-child');
  const top = last ? last.offsetTop - 8 : log.scrollHeight;
  log.scrollTop = Math.min(top, log.scrollHeight);
}
