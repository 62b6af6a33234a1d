import type { JSX } from 'preact';
import type { WireButton, WireMessage } from '../wire.ts';
import { RichText, type TextTaps } from './rich-text.tsx';

/** What can be done with a message. */
export interface BubbleTaps extends TextTaps {
  readonly press: (message: WireMessage, data: string) => void;
  readonly reply: (message: WireMessage) => void;
  readonly edit: (message: WireMessage) => void;
  readonly faq: ((message: WireMessage) => void) | undefined;
  readonly why: (message: WireMessage) => void;
  readonly jump: (key: string) => void;
}

export interface BubbleProps {
  readonly message: WireMessage;
  readonly author: string;
  readonly mine: boolean;
  readonly inGroup: boolean;
  readonly admin: boolean;
  readonly botName: string;
  /** The message that is answered, if there was one. */
  readonly target: { readonly author: string; readonly text: string; readonly key?: string } | undefined;
  readonly lit: boolean;
  readonly taps: BubbleTaps;
}

/** One message with its buttons. */
export function Bubble(props: BubbleProps): JSX.Element {
  const { message, author, mine, inGroup, admin, botName, target, lit, taps } = props;
  const fromBot = message.from === 'bot';
  const classes = ['bubble', mine ? 'mine' : '', message.onlyFor ? 'secret' : '', lit ? 'lit' : ''];
  return (
    <li class={`row ${mine ? 'mine' : ''}`} id={`${message.room}-${message.key}`} tabIndex={-1}>
      {inGroup && !mine && <Avatar id={message.from} name={author} />}
      <div class="stack">
        <article class={classes.join(' ')} aria-label={`${author}, ${timeOf(message.at)}`}>
          {message.onlyFor && <p class="eye">Only you can see this</p>}
          {inGroup && !mine && (
            <p class={`author tint-${message.from}`}>
              {author}
              {admin && <span class="role"> admin</span>}
            </p>
          )}
          {message.via && <p class="via">via @{botName}</p>}
          {target && <ReplyHeader target={target} jump={taps.jump} />}
          <RichText text={message.text} entities={message.entities} taps={taps} />
          <Footer {...props} />
        </article>
        {message.buttons.length > 0 && <Keyboard message={message} taps={taps} />}
        {taps.faq && !fromBot && !mine && !message.onlyFor && (
          <button type="button" class="faq" onClick={() => taps.faq?.(message)}>
            Answer with /faq<span class="hidden"> what {author} wrote</span>
          </button>
        )}
      </div>
    </li>
  );
}

function ReplyHeader(props: { target: NonNullable<BubbleProps['target']>; jump: (key: string) => void }) {
  const { author, text, key } = props.target;
  return (
    <button type="button" class="replied" disabled={!key} onClick={() => key && props.jump(key)}>
      <span class="hidden">In reply to </span>
      <strong>{author}</strong>
      <span class="cut">{text}</span>
    </button>
  );
}

function Footer({ message, author, mine, inGroup, taps }: BubbleProps) {
  const open = message.onlyFor === undefined;
  return (
    <footer>
      {message.why !== undefined && (
        <button type="button" class="why" onClick={() => taps.why(message)}>
          {message.from === 'bot' ? 'Why this answer?' : 'Why?'}
        </button>
      )}
      {open && inGroup && !mine && (
        <button type="button" onClick={() => taps.reply(message)}>
          Reply<span class="hidden"> to {author}</span>
        </button>
      )}
      {open && mine && !message.via && (
        <button type="button" onClick={() => taps.edit(message)}>
          Edit<span class="hidden"> this message</span>
        </button>
      )}
      {message.unseen && <span class="unseen">not seen by the bot</span>}
      <span class="when">
        {message.edited && 'edited '}
        <time dateTime={new Date(message.at).toISOString()}>{timeOf(message.at)}</time>
      </span>
    </footer>
  );
}

function Keyboard({ message, taps }: { message: WireMessage; taps: BubbleTaps }) {
  const act = ({ data, url }: WireButton): void => {
    if (url !== undefined) taps.open(url);
    else if (data !== undefined) taps.press(message, data);
  };
  return (
    <ul class="keyboard" aria-label="Buttons under the message">
      {message.buttons.map((row, i) => (
        <li key={i}>
          {row.map((button, j) => (
            <button type="button" key={j} onClick={() => act(button)}>
              {button.text}
              {button.url && (
                <span class="arrow" aria-hidden="true">
                  ↗
                </span>
              )}
            </button>
          ))}
        </li>
      ))}
    </ul>
  );
}

export function Avatar({ id, name }: { readonly id: string; readonly name: string }): JSX.Element {
  return (
    <span class={`avatar face-${id}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

function initials(name: string): string {
  return name
    .split(' ')
    .slice(0, 2)
    .map((word) => word.slice(0, 1).toUpperCase())
    .join('');
}

export function timeOf(at: number): string {
  const date = new Date(at);
  return `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
}
