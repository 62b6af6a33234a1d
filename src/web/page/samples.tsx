import type { JSX } from 'preact';
import type { WirePerson, WireView } from '../wire.ts';

export interface SamplesProps {
  readonly view: WireView;
  readonly people: readonly WirePerson[];
  readonly say: (text: string, by?: string) => void;
  readonly fill: (draft: string) => void;
}

/** Messages to try at once. Those that call for cards are put into the field: one picks a card oneself. */
export function Samples({ view, people, say, fill }: SamplesProps): JSX.Element {
  return (
    <ul class="samples" aria-label="Messages to try">
      {view.samples.map(({ by, text, hint }) => (
        <li key={text}>
          <button
            type="button"
            onClick={() => {
              if (view.room !== 'elsewhere') return say(text, by);
              fill(text);
              return document.querySelector<HTMLElement>('.composer textarea')?.focus();
            }}
          >
            {by && <strong>{people.find(({ id }) => id === by)?.name}: </strong>}
            {text}
            {hint && <small>{hint}</small>}
          </button>
        </li>
      ))}
    </ul>
  );
}
