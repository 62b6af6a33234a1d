import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Why } from '../wire.ts';

const KINDS: Readonly<Record<string, string>> = {
  answer: 'It was sure enough to give an answer.',
  suggestions: 'It was not sure enough for one answer, so it offered a choice.',
  unknown: 'Nothing in the document fits.',
  safety: 'A safety rule matched. Safety comes before anything else.',
  talk: 'It was about the bot itself.',
  silent: 'It was not put to the bot, so it said nothing.',
};

const THRESHOLDS: Readonly<Record<string, string>> = {
  answer: 'to give an answer, the best one must reach',
  fits: 'and the message must fit the subject by',
  candidate: 'to be offered as a choice',
  first: 'to offer a choice at all, the best must reach',
};

const SIGNALS: Readonly<Record<string, string>> = {
  fits: 'how sure it is that some answer fits (0 to 1)',
  odds: 'answers against "no answer fits" (−8 to 8)',
  explained: 'share of the words that speak for the best answer',
  concepts: 'known terms in the question (at most 3)',
  length: 'words of the question (logarithm)',
};

/** Why a message got its answer. */
export function WhyPanel({ why, close }: { readonly why: Why; readonly close: () => void }): JSX.Element {
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), [why]);
  const read = why.read !== undefined && why.read !== why.text.toLowerCase();
  return (
    <aside
      class="why-panel"
      ref={panel}
      tabIndex={-1}
      aria-label="Why this answer?"
      onKeyDown={(event) => event.key === 'Escape' && close()}
    >
      <header>
        <h2>Why this answer?</h2>
        <button type="button" class="close" onClick={close} aria-label="Close">
          ×
        </button>
      </header>
      <p class="said">“{why.text}”</p>
      <p>{KINDS[why.kind] ?? why.kind}</p>
      {why.answers.length > 0 && (
        <ul class="plain">
          {why.answers.map(({ id, title }) => (
            <li key={id}>
              {title} <code>{id}</code>
            </li>
          ))}
        </ul>
      )}
      <Part title="Safety rules">
        {why.safety.length === 0 ? (
          <p>None matched.</p>
        ) : (
          <ul class="plain">
            {why.safety.map(({ class: name, rule, who }) => (
              <li key={rule}>
                <strong>{name.replaceAll('-', ' ')}</strong>, by the rule “{rule}”, about{' '}
                {who === 'self' ? 'the writer' : 'someone else'}
              </li>
            ))}
          </ul>
        )}
      </Part>
      {(read || why.corrected.length > 0 || why.foreign.length > 0) && (
        <Part title="How it was read">
          {read && (
            <p>
              {why.as === 'alone' ? '' : `As a ${why.as?.replace('-', ' ')}: `}
              <q>{why.read}</q>
            </p>
          )}
          {why.corrected.length > 0 && (
            <p>Corrected: {why.corrected.map((each) => `${each.typed} → ${each.read}`).join(', ')}</p>
          )}
          {why.foreign.length > 0 && <p>Words it does not know: {why.foreign.join(', ')}</p>}
        </Part>
      )}
      {why.candidates.length > 0 && (
        <Part title="Closest answers">
          <ol class="plain">
            {why.candidates.map(({ id, title, confidence, score }) => (
              <li key={id} class="measured">
                <span>
                  {title} <code>{id}</code>
                </span>
                <span class="figure">{percent(confidence)}</span>
                <Bar value={confidence} mark={why.thresholds['answer']} name={title} />
                <small>score {score}</small>
              </li>
            ))}
          </ol>
        </Part>
      )}
      {Object.keys(why.thresholds).length > 0 && (
        <Part title="Thresholds">
          <Figures values={why.thresholds} names={THRESHOLDS} format={percent} />
        </Part>
      )}
      {Object.keys(why.signals).length > 0 && (
        <Part title="Signals of the message">
          <Figures values={why.signals} names={SIGNALS} format={String} />
        </Part>
      )}
      {why.closest.length > 0 && (
        <Part title="Closest wordings">
          <ul class="plain">
            {why.closest.map(({ id, phrasing, similarity }) => (
              <li key={`${id}${phrasing}`} class="measured">
                <span>
                  “{phrasing}” <code>{id}</code>
                </span>
                <span class="figure">{percent(similarity)}</span>
                <Bar value={similarity} name={phrasing} />
              </li>
            ))}
          </ul>
        </Part>
      )}
    </aside>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Figures(props: {
  readonly values: Readonly<Record<string, number>>;
  readonly names: Readonly<Record<string, string>>;
  readonly format: (value: number) => string;
}) {
  return (
    <dl class="figures">
      {Object.entries(props.values).map(([name, value]) => (
        <div key={name}>
          <dt>
            <strong>{name}</strong> {props.names[name]}
          </dt>
          <dd>{props.format(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A value from 0 to 1, and where it has to reach. */
function Bar(props: { readonly value: number; readonly mark?: number | undefined; readonly name: string }) {
  const { value, mark, name } = props;
  return (
    <span class="measure">
      <meter min={0} max={1} value={value} aria-label={`${name}: ${percent(value)}`} />
      {mark !== undefined && <span class="mark" style={{ insetInlineStart: percent(mark) }} />}
    </span>
  );
}

function percent(value: number): string {
  return `${Math.round(value * 100)}%`;
}
