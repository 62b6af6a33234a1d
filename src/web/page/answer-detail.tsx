import type { ComponentChildren, JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { AnswerDetail, WireProblem } from '../wire.ts';
import { RichText } from './rich-text.tsx';

const SURFACES: Readonly<Record<string, string>> = {
  private: 'Private chat',
  group: 'Group',
  ephemeral: 'Only for you',
  inline: 'Inline card',
  guest: 'Guest',
};

export interface DetailProps {
  readonly detail: AnswerDetail;
  readonly problems: readonly WireProblem[] | undefined;
  readonly choose: (id: string) => void;
  readonly back: () => void;
  readonly show: () => void;
}

/** One answer: its words and caveats on each surface, its place in the document, its wordings, its problems. */
export function Detail({ detail, problems, choose, back, show }: DetailProps): JSX.Element {
  const [surface, setSurface] = useState('private');
  const shown = detail.surfaces.find((each) => each.surface === surface) ?? detail.surfaces[0];
  const own = problems?.filter(({ file }) => file.includes(`/${detail.id}.`)) ?? [];
  return (
    <>
      <button type="button" class="back" onClick={back}>
        ‹ All answers
      </button>
      <h2>{detail.title}</h2>
      <p class="labels">
        <code>{detail.id}</code>
        <span class={`chip ${detail.kind}`}>{detail.kind.replace('-', ' ')}</span>
        {detail.level && <span class="chip">{detail.level}</span>}
        <button type="button" class="show" onClick={show}>
          Open in the private chat
        </button>
      </p>
      <fieldset class="surfaces" aria-label="Where it is read">
        {detail.surfaces.map(({ surface: id }) => (
          <button type="button" key={id} aria-pressed={id === surface} onClick={() => setSurface(id)}>
            {SURFACES[id] ?? id}
          </button>
        ))}
      </fieldset>
      {shown && (
        <>
          <div class="stage">
            <article class="bubble">
              <RichText text={shown.shown.text} entities={shown.shown.entities} />
            </article>
          </div>
          <h3>Caveats here</h3>
          {shown.caveats.length === 0 ? (
            <p>None: the text says nothing about the treatment.</p>
          ) : (
            <ul class="plain">
              {shown.caveats.map((caveat) => (
                <li key={caveat}>{caveat}</li>
              ))}
            </ul>
          )}
        </>
      )}
      <h3>What check says</h3>
      {own.length === 0 ? (
        <p class="checked good">{problems ? 'No problem found in its files.' : 'Checking…'}</p>
      ) : (
        <ul class="plain checked bad">
          {own.map((problem) => (
            <li key={`${problem.line}${problem.rule}`}>
              line {problem.line}, {problem.rule}: {problem.message}
            </li>
          ))}
        </ul>
      )}
      <h3>In the document</h3>
      {detail.citations.length === 0 && <p>It quotes nothing.</p>}
      {detail.citations.length > 0 && (
        <ol class="document">
          {detail.document.map((paragraph, i) => (
            <li key={i}>{marked(paragraph, quotesOf(detail, i + 1))}</li>
          ))}
        </ol>
      )}
      {detail.phrasings.length > 0 && (
        <details>
          <summary>{detail.phrasings.length} wordings that lead here</summary>
          <ul class="phrasings">
            {detail.phrasings.map((phrasing) => (
              <li key={phrasing}>{phrasing}</li>
            ))}
          </ul>
        </details>
      )}
      {detail.related.length > 0 && (
        <>
          <h3>Offered next</h3>
          <ul class="plain">
            {detail.related.map(({ id, title }) => (
              <li key={id}>
                <button type="button" class="tap" onClick={() => choose(id)}>
                  {title}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function quotesOf({ citations }: AnswerDetail, paragraph: number): readonly string[] {
  return citations.filter((each) => each.paragraph === paragraph).map(({ quote }) => quote);
}

/** A paragraph with the quotes in it marked; they stand in it word for word. */
function marked(paragraph: string, quotes: readonly string[]): ComponentChildren {
  const parts = quotes
    .map((quote) => ({ quote, at: paragraph.indexOf(quote) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const made: ComponentChildren[] = [];
  let last = 0;
  for (const { quote, at } of parts) {
    if (at < last) continue;
    made.push(paragraph.slice(last, at), <mark key={at}>{quote}</mark>);
    last = at + quote.length;
  }
  return [...made, paragraph.slice(last)];
}
