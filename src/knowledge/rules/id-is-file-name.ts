import type { Rule } from '../drafts.ts';

/** An id is the name of its file, so that deep links, logs and files agree; no id is used twice. */
export const idIsFileName: Rule = ({ medical, talk, safety }) => {
  const seen = new Map<string, string>();
  return [...medical, ...talk, ...safety].flatMap(({ id, file }) => {
    const rule = 'id-is-file-name';
    const first = seen.get(id);
    seen.set(id, file);
    if (first !== undefined)
      return [{ file, line: 2, rule, message: `The id "${id}" is also that of ${first}.` }];
    return file.endsWith(`/${id}.md`)
      ? []
      : [{ file, line: 2, rule, message: `The id is "${id}": name the file ${id}.md, or mend the id.` }];
  });
};
