import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Cards, WireCard, WireCommand, WireMessage } from '../wire.ts';

/** What the composer is about to do beside sending: answer a message, or change one. */
export type Intent =
  | { readonly kind: 'reply'; readonly message: WireMessage; readonly author: string }
  | { readonly kind: 'edit'; readonly message: WireMessage };

export interface ComposerProps {
  readonly botName: string;
  readonly commands: readonly WireCommand[];
  readonly draft: string;
  readonly setDraft: (draft: string) => void;
  readonly intent: Intent | undefined;
  readonly drop: () => void;
  readonly send: (text: string) => void;
  readonly look: (query: string) => Promise<Cards | undefined>;
  readonly pick: (card: WireCard) => void;
  readonly openPrivate: (start: string) => void;
}

/** Milliseconds without a key before the bot is asked for cards. */
const PAUSE_MS = 120;
const MOST_CHARACTERS = 4096;

/** Where one writes. `/` lists commands, the bot's name shows its cards; Enter sends, Shift and Enter begins a line. */
export function Composer(props: ComposerProps): JSX.Element {
  const { botName, commands, draft, setDraft, intent, drop, send, look, pick, openPrivate } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLFieldSetElement>(null);
  const [inline, setInline] = useState<Cards>();
  const query = queryOf(draft, botName);

  useEffect(() => {
    if (query === undefined) {
      setInline(undefined);
      return;
    }
    let stale = false;
    const timer = setTimeout(() => {
      void look(query).then((cards) => {
        if (!stale) setInline(cards);
      });
    }, PAUSE_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [query]);
  useEffect(() => {
    if (intent) field.current?.focus();
  }, [intent]);
  useEffect(() => {
    const { current } = field;
    if (!current) return;
    current.rows = 1;
    current.rows = Math.min(6, Math.max(1, Math.ceil((current.scrollHeight - 20) / 22)));
  }, [draft]);

  const typed = /^\/(\w*)$/.exec(draft)?.[1];
  const fitting = typed === undefined ? [] : commands.filter(({ command }) => command.startsWith(typed));
  const submit = (): void => {
    if (draft.trim() === '') return;
    send(draft.trim());
    field.current?.focus();
  };
  const onKey = (event: TargetedKeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    } else if (event.key === 'ArrowUp' && list.current) {
      event.preventDefault();
      [...list.current.querySelectorAll('button')].at(-1)?.focus();
    } else if (event.key === 'Escape') {
      drop();
      setInline(undefined);
    }
  };

  return (
    <div class="composer">
      {inline && (
        <fieldset class="picker" ref={list} aria-label="Cards of the bot" onKeyDown={moveFocus}>
          {inline.button && (
            <button type="button" class="over" onClick={() => openPrivate(inline.button?.start ?? '')}>
              {inline.button.text}
            </button>
          )}
          {inline.cards.map((card) => (
            <button type="button" class="card" key={card.id} onClick={() => pick(card)}>
              <span class="thumb" aria-hidden="true">
                {card.title.slice(0, 1)}
              </span>
              <strong>{card.title}</strong>
              <span class="about">{card.description}</span>
            </button>
          ))}
          {inline.cards.length === 0 && <p>No card fits these words.</p>}
        </fieldset>
      )}
      {fitting.length > 0 && !inline && (
        <fieldset class="picker" ref={list} aria-label="Commands of the bot" onKeyDown={moveFocus}>
          {fitting.map(({ command, description }) => (
            <button type="button" class="command" key={command} onClick={() => send(`/${command}`)}>
              <strong>/{command}</strong> <span>{description}</span>
            </button>
          ))}
        </fieldset>
      )}
      {intent && (
        <p class="intent">
          <span class="cut">
            <strong>{intent.kind === 'reply' ? `Reply to ${intent.author}` : 'Edit your message'}</strong>
            {intent.message.text}
          </span>
          <button type="button" class="close" onClick={drop} aria-label="Stop replying or editing">
            ×
          </button>
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <textarea
          ref={field}
          rows={1}
          maxLength={MOST_CHARACTERS}
          aria-label="Message"
          placeholder="Message"
          value={draft}
          onInput={(event) => setDraft(event.currentTarget.value)}
          onKeyDown={onKey}
        />
        <button type="submit" class="send" aria-label="Send" disabled={draft.trim() === ''} />
      </form>
    </div>
  );
}

/** The words after the bot's name at the start; undefined when the draft is no such call. */
function queryOf(draft: string, botName: string): string | undefined {
  const name = `@${botName} `;
  return draft.toLowerCase().startsWith(name.toLowerCase()) ? draft.slice(name.length) : undefined;
}

/** Up and down move between the choices of a list. */
function moveFocus(event: TargetedKeyboardEvent<HTMLFieldSetElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + step];
  const field = event.currentTarget.parentElement?.querySelector('textarea');
  (next ?? field)?.focus();
}
