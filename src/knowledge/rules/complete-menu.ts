import type { Rule } from '../drafts.ts';

/** Every answer stands once in the menu, under the group whose folder it is in, and every entry has its file. */
export const completeMenu: Rule = ({ medical, talk, unread, topics, topicLines }) => {
  const rule = 'complete-menu';
  const answers = [...medical, ...talk];
  const groupOf = new Map(answers.map((answer) => [answer.id, answer.group]));
  const listed = topics.flatMap((topic, i) =>
    topic.answers.map((id, j) => ({ id, group: topic.group, line: topicLines[i]?.answers[j] ?? 1 })),
  );
  const count = new Map<string, number>();
  for (const { id } of listed) count.set(id, (count.get(id) ?? 0) + 1);
  const known = new Set(unread.map(({ id }) => id));
  return [
    ...listed
      .filter(({ id, group }) => !known.has(id) && groupOf.get(id) !== group)
      .map(({ id, group, line }) => ({
        file: 'content/topics.yaml',
        line,
        rule,
        message: `There is no content/answers/${group}/${id}.md.`,
      })),
    ...answers
      .filter(({ id }) => count.get(id) !== 1)
      .map(({ id, file, lines }) => ({
        file,
        line: lines.id,
        rule,
        message: `"${id}" stands ${count.get(id) ?? 0} times in content/topics.yaml; it must stand there once.`,
      })),
  ];
};
