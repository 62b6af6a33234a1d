import type { Button } from '../domain/button.ts';
import type { AnswerId, SafetyClass } from '../domain/ids.ts';
import type { Content } from '../domain/knowledge.ts';
import { isNonEmpty } from '../domain/non-empty.ts';
import { Reply } from '../domain/reply.ts';
import { answersOf } from './choices.ts';

/** Lines to paste for these answers; undefined when none of them exists. */
export function showLinks(
  content: Content,
  ids: readonly AnswerId[],
  sure: boolean,
  linkOf: (id: AnswerId) => string,
): Reply | undefined {
  const entries = answersOf(content, ids).map((answer) => ({
    answer,
    link: linkOf(answer.id),
    ...(answer.kind === 'talk' ? {} : { caveat: content.levels[answer.level] }),
  }));
  if (!isNonEmpty(entries)) return undefined;
  return Reply.links(content.notices[sure ? 'link-ready' : 'link-unsure'], entries, content.standing);
}

/** A line to paste that opens a safety text. */
export function showSafetyLink({ safety, notices, standing }: Content, id: SafetyClass, link: string): Reply {
  return Reply.links(notices['link-ready'], [{ answer: safety[id], link }], standing);
}

/** The topics as doors into the private chat, to be posted and pinned in a group. */
export function showGroupMenu({ notices, topics, levels, standing }: Content): Reply {
  const buttons = topics.map(({ group, label }): Button[] => [
    { label, action: { do: 'private', id: group } },
  ]);
  // The menu names both methods, so the caveat that joins theirs goes with it.
  return Reply.notice(notices['group-menu'], standing, { buttons, caveats: [levels.comparison] });
}

/** What an inline query without words offers: what members ask most, as content/ lists it, one from each topic. */
export function usefulAnswers({ answers, topics }: Content, most: number): readonly AnswerId[] {
  const start = answers.get('what-can-you-do' as AnswerId)?.related ?? [];
  const firsts = topics.flatMap(({ answers: [first] }) => first ?? []);
  const all = [...new Set([...start, ...firsts])];
  return all.filter((id) => answers.get(id)?.kind !== 'talk').slice(0, most);
}
