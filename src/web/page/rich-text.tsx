import type { ComponentChildren, JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { WireEntity } from '../wire.ts';

/** What a tap on something in a text does. */
export interface TextTaps {
  readonly open: (url: string) => void;
  readonly say: (text: string) => void;
}

/** A text in Telegram's formatting. Addresses and commands in it can be tapped, as in the app. */
export function RichText(props: {
  readonly text: string;
  readonly entities: readonly WireEntity[];
  readonly taps?: TextTaps;
}): JSX.Element {
  const { text, entities, taps } = props;
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  return <div class="text">{pieces(text, 0, text.length, sorted, taps)}</div>;
}

/** The text from `start` to `end`: entities nest, so that each is filled with those inside it. */
function pieces(
  text: string,
  start: number,
  end: number,
  entities: readonly WireEntity[],
  taps: TextTaps | undefined,
): ComponentChildren[] {
  const made: ComponentChildren[] = [];
  let at = start;
  for (const entity of entities) {
    const last = entity.offset + entity.length;
    if (entity.offset < at || last > end) continue;
    made.push(...plain(text.slice(at, entity.offset), entity.type === 'expandable_blockquote', taps));
    const inner = entities.filter((each) => each !== entity && each.offset >= entity.offset);
    const within = inner.filter((each) => each.offset + each.length <= last);
    made.push(styled(entity, text, last, within, taps));
    at = last;
    // A quote is a block: the line ends around it are its margins.
    if (entity.type === 'expandable_blockquote') while (text[at] === '\n') at += 1;
  }
  made.push(...plain(text.slice(at, end), false, taps));
  return made;
}

function styled(
  { type, offset }: WireEntity,
  text: string,
  end: number,
  within: readonly WireEntity[],
  taps: TextTaps | undefined,
): ComponentChildren {
  const inside = pieces(text, offset, end, within, type === 'code' ? undefined : taps);
  switch (type) {
    case 'bold':
      return <strong>{inside}</strong>;
    case 'italic':
      return <em>{inside}</em>;
    case 'code':
      return <code>{inside}</code>;
    case 'expandable_blockquote':
      return <Quote long={end - offset > 170}>{inside}</Quote>;
    default:
      return inside;
  }
}

/** A quote that is folded to three lines until it is opened. */
function Quote({ long, children }: { readonly long: boolean; readonly children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  if (!long) return <blockquote>{children}</blockquote>;
  return (
    <blockquote class={open ? '' : 'folded'}>
      <div id={id} class="quoted">
        {children}
      </div>
      <button
        type="button"
        class="fold"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {open ? 'Show less' : 'Show all of the quote'}
      </button>
    </blockquote>
  );
}

const TAPPABLE = /(https:\/\/t\.me\/[\w/?=&+-]+|(?<=^|\s)\/[a-z]{2,20}\b)/;

function plain(text: string, beforeQuote: boolean, taps: TextTaps | undefined): ComponentChildren[] {
  const shown = beforeQuote ? text.replace(/\n+$/, '') : text;
  if (!taps) return [shown];
  return shown.split(TAPPABLE).map((part, i) => {
    if (i % 2 === 0) return part;
    const tap = (): void => (part.startsWith('/') ? taps.say(part) : taps.open(part));
    return (
      <button type="button" class="tap" onClick={tap}>
        {part}
      </button>
    );
  });
}
