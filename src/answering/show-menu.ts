import type { Button, Buttons } from '../domain/button.ts';
import type { NoticeId } from '../domain/ids.ts';
import type { Content } from '../domain/knowledge.ts';
import { Reply } from '../domain/reply.ts';
import { answersOf } from './choices.ts';
import { answerButtons, topicsButton } from './compose-reply.ts';
import { listCaveats } from './list-caveats.ts';

/** A sentence of `content/notices.yaml`, with a way to all topics under it. */
export function showNotice(content: Content, id: NoticeId): Reply {
  return Reply.notice(content.notices[id], content.standing, { buttons: [[topicsButton(content)]] });
}

/** First page of the menu: a button for each topic. Any answer is two taps from here. */
export function showTopics(content: Content, notice: 'topics' | 'stale-link' = 'topics'): Reply {
  const buttons = content.topics.map(({ group, label }): Button[] => [
    { label, action: { do: 'group', group } },
  ]);
  // The topics name both methods, so the caveat that joins theirs goes with them.
  const caveats = [content.levels.comparison];
  return Reply.notice(content.notices[notice], content.standing, { buttons, caveats });
}

/** The answers of one topic; the first page when there is no such topic (an old button). */
export function showTopic(content: Content, group: string): Reply {
  const topic = content.topics.find((candidate) => candidate.group === group);
  if (!topic) return showTopics(content, 'stale-link');
  const back: Button = { label: content.labels.back, action: { do: 'topics' } };
  return Reply.notice(content.notices.topic, content.standing, {
    buttons: [...answerButtons(content, topic.answers), [back]],
    caveats: listCaveats(content, answersOf(content, topic.answers)),
  });
}

/** What the document is, with a button for each of its paragraphs. */
export function showSource(content: Content): Reply {
  const buttons = content.passages.map(({ paragraph, label }): Button[] => [
    { label, action: { do: 'passage', paragraph } },
  ]);
  return Reply.notice(content.notices.source, content.standing, { buttons });
}

/** One paragraph of the document, word for word; the list of them when there is no such paragraph. */
export function showPassage(content: Content, paragraph: number): Reply {
  const at = content.passages.findIndex((passage) => passage.paragraph === paragraph);
  const passage = content.passages[at];
  if (!passage) return showSource(content);
  const step = (label: 'previous' | 'next', to: number): Button[] => {
    const other = content.passages[to];
    return other
      ? [{ label: content.labels[label], action: { do: 'passage', paragraph: other.paragraph } }]
      : [];
  };
  const buttons: Buttons = [
    [...step('previous', at - 1), ...step('next', at + 1)],
    [{ label: content.labels.source, action: { do: 'source' } }, topicsButton(content)],
  ];
  return Reply.passage(passage, content.levels[passage.level], content.standing, buttons);
}
