/**
 * Writes into `intents/safety-wordings/`, beside every risk that is told in several sentences, the sentence that gives it
 * away: learnt by itself too, it is found again in stories that have nothing else in common with that one. What is there
 * already is not written again. Which sentence it is a model says that is trained for it, so this takes minutes.
 *
 *   npx tsx test/bench/pick-sentences.ts
 */
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { SHIPPED_KNOWLEDGE } from '../../src/app.ts';
import { isSafetyClass } from '../../src/domain/ids.ts';
import { formatProblems } from '../../src/knowledge/problem.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { cutSentences } from '../../src/matching/cut-sentences.ts';

/** A sentence tells the class if it resembles it so much by itself, and has so many words. */
const TELLING = 0.6;
const LEAST_WORDS = 4;

const read = readKnowledge(SHIPPED_KNOWLEDGE);
if (!read.ok) throw new Error(formatProblems(read.problems));
const { risk } = read.files;
const wordings = createMatcher(risk);
const known = new Set([...risk.intents.flatMap(({ phrasings }) => phrasings), ...risk.offTopic].map(toKey));

for (const { id, phrasings } of risk.intents) {
  const name: string = id;
  if (!isSafetyClass(name)) continue;
  const likenessOf = (text: string): number =>
    wordings.rank(text).candidates.find((candidate) => candidate.id === id)?.confidence ?? 0;
  const lines = phrasings.flatMap((message) => {
    const telling = mostOf(cutSentences(message), likenessOf);
    if (telling === undefined || known.has(toKey(telling))) return [];
    known.add(toKey(telling));
    return `  - ${JSON.stringify(telling)}\n`;
  });
  appendFileSync(join(SHIPPED_KNOWLEDGE, 'intents/safety-wordings', `${name}.yaml`), lines.join(''));
  console.log(`${name}: ${lines.length} sentences of ${phrasings.length} messages`);
}

/** Of several sentences the one that resembles the class most, where that is enough. */
function mostOf(sentences: readonly string[], likenessOf: (text: string) => number): string | undefined {
  const ranked = sentences
    .map((sentence) => ({ text: sentence.trim(), likeness: likenessOf(sentence) }))
    .sort((a, b) => b.likeness - a.likeness);
  const [first, second] = ranked;
  if (!first || !second || first.likeness < TELLING) return undefined;
  return first.text.split(/\s+/).length < LEAST_WORDS ? undefined : first.text;
}

function toKey(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
