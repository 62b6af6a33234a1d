import { SHIPPED_KNOWLEDGE } from '../../src/app.ts';
import type { Content } from '../../src/domain/knowledge.ts';
import { mintContent } from '../../src/knowledge/mint-content.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';

const made = new Map<string, Content>();

/** The shipped texts as they would be after an answer was corrected on a day. */
export function correctedContent(id: string, corrected: string, version: string): Content {
  const key = `${id} ${corrected} ${version}`;
  const known = made.get(key);
  if (known) return known;
  const read = readKnowledge(SHIPPED_KNOWLEDGE);
  if (!read.ok) throw new Error('There are problems in the knowledge.');
  const { draft } = read.files;
  const medical = draft.medical.map((answer) => (answer.id === id ? { ...answer, corrected } : answer));
  const content = mintContent({ ...draft, medical }, version);
  made.set(key, content);
  return content;
}
