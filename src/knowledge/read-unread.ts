import { z } from 'zod';
import type { UnreadDraft } from './drafts.ts';
import { parseYaml } from './parse-yaml.ts';
import type { TextFile } from './read-folder.ts';
import { splitFrontMatter } from './split-front-matter.ts';

const relatedAlone = z.looseObject({ related: z.array(z.string()) });

/** What is left to look at of an answer with a fault in its form. What is wrong with the form is told elsewhere. */
export function readUnread({ path, text }: TextFile): UnreadDraft {
  const id = /([^/]*)\.md$/.exec(path)?.[1] ?? path;
  const parts = splitFrontMatter(path, text, []);
  const front = parts && parseYaml(path, parts.front, relatedAlone, [], parts.frontLine);
  return { file: path, id, related: front?.value.related ?? [], relatedLine: front?.lineOf('related') ?? 1 };
}
