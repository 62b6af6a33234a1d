import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { AnswerDetail, AnswerList, WireProblem } from '../wire.ts';
import { Detail } from './answer-detail.tsx';
import { loadAnswer, loadAnswers, loadCheck } from './api.ts';

const KINDS: readonly (readonly [string, string])[] = [
  ['', 'Everything'],
  ['covered', 'Covered'],
  ['not-covered', 'Not covered'],
  ['safety', 'Safety'],
  ['talk', 'About the bot'],
];

/** Every answer, to be searched and read with all that stands around it. */
export function ContentView(props: {
  readonly fail: (error: unknown) => void;
  readonly open: (url: string) => void;
  readonly botName: string;
}): JSX.Element {
  const { fail, open, botName } = props;
  const [search, setSearch] = useState({ words: '', group: '', kind: '' });
  const [list, setList] = useState<AnswerList>();
  const [detail, setDetail] = useState<AnswerDetail>();
  const [problems, setProblems] = useState<readonly WireProblem[]>();
  const place = useRef<HTMLElement>(null);

  useEffect(() => {
    let stale = false;
    loadAnswers(search).then((found) => {
      if (!stale) setList(found);
    }, fail);
    return () => {
      stale = true;
    };
  }, [search]);
  useEffect(() => {
    loadCheck().then((found) => setProblems(found.problems), fail);
  }, [detail?.id]);
  const choose = (id: string): void => {
    loadAnswer(id).then((found) => {
      setDetail(found);
      setTimeout(() => place.current?.focus(), 0);
    }, fail);
  };

  return (
    <div class={`content ${detail ? 'chosen' : ''}`}>
      <section class="finder" aria-label="Find an answer">
        <search>
          <input
            type="search"
            aria-label="Search titles, texts and wordings"
            placeholder="Search titles, texts and wordings"
            value={search.words}
            onInput={(event) => setSearch({ ...search, words: event.currentTarget.value })}
          />
          <div class="filters">
            <label>
              Kind{' '}
              <select
                value={search.kind}
                onChange={(event) => setSearch({ ...search, kind: event.currentTarget.value })}
              >
                {KINDS.map(([id, name]) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
            <label>
              Topic{' '}
              <select
                value={search.group}
                onChange={(event) => setSearch({ ...search, group: event.currentTarget.value })}
              >
                <option value="">All</option>
                {list?.groups.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          </div>
        </search>
        <Checked problems={problems} />
        <p role="status" class="count">
          {list ? `${list.answers.length} of ${list.total}` : 'Loading…'}
        </p>
        <ul class="answers">
          {list?.answers.map((line) => (
            <li key={line.id}>
              <button type="button" aria-current={line.id === detail?.id} onClick={() => choose(line.id)}>
                <strong>{line.title}</strong>
                <span class="labels">
                  <code>{line.id}</code>
                  <span class={`chip ${line.kind}`}>{line.kind.replace('-', ' ')}</span>
                  {line.level && line.level !== 'not-in-document' && <span class="chip">{line.level}</span>}
                </span>
                {line.found && <span class="found">“{line.found}”</span>}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section class="detail" ref={place} tabIndex={-1} aria-label="The answer">
        {detail ? (
          <Detail
            detail={detail}
            problems={problems}
            choose={choose}
            back={() => setDetail(undefined)}
            show={() => open(`https://t.me/${botName}?start=${detail.id}`)}
          />
        ) : (
          <p class="hint">
            Choose an answer to see its words on each surface, and where they stand in the document.
          </p>
        )}
      </section>
    </div>
  );
}

/** What `npm run check` says about all files. */
function Checked({ problems }: { readonly problems: readonly WireProblem[] | undefined }) {
  if (!problems) return <p class="checked">Checking the files…</p>;
  if (problems.length === 0) return <p class="checked good">check: no problem found in any file</p>;
  return (
    <details class="checked bad" open>
      <summary>
        check: {problems.length} problem{problems.length === 1 ? '' : 's'}; the bot keeps to the files before
      </summary>
      <ul class="plain">
        {problems.map((problem) => (
          <li key={`${problem.file}:${problem.line}${problem.rule}`}>
            <code>
              {problem.file}:{problem.line}
            </code>{' '}
            {problem.rule}: {problem.message}
          </li>
        ))}
      </ul>
    </details>
  );
}
