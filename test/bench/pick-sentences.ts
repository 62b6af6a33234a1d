/**
 * Writes into `intents/safety-wordings/`, beside every risk that is told in several sentences, the sentence that gives it
 * away: learnt by itself too, it is found again in stories that have nothing else in common with that one. The model of
 * the last build says which it is. For after many wordings were added; what is there already is not written again.
 *
 *   npm run -s build && npx tsx test/bench/pick-sentences.ts
 */
import { appendFileSync } from 'node:fs';
import { SHIPPED_KNOWLEDGE, snapshotPlace } from '../../src/app.ts';
import { SAFETY_CLASSES } from '../../src/domain/ids.ts';
import { formatProblems } from '../../src/knowledge/problem.ts';
import { readKnowledge } from '../../src/knowledge/read-knowledge.ts';
import { recallModels } from '../../src/knowledge/recall-model.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { cutSentences } from '../../src/matching/cut-sentences.ts';

/** A sentence tells the class if it resembles it so much by itself, and has so many words. */
const TELLING = 0.6;
const LEAST_WORDS = 4;

const read = readKnowledge(SHIPPED_KNOWLEDGE);
if (!read.ok) throw new Error(formatProblems(read.problems));
const { risk } = read.files;
const wordings = createMatcher(risk, recallModels(snapshotPlace())(risk));
const known = new Set([...risk.intents.flatMap(({ phrasings }) => phrasings), ...risk.offTopic].map(toKey));

for (const name of SAFETY_CLASSES) {
  const messages = risk.intents.find(({ id }) => (id as string) === name)?.phrasings ?? [];
  const picked: string[] = [];
  for (const message of messages) {
    const sentences = cutSentences(message).map((text) => ({
      text: text.trim(),
      likeness: likenessTo(name, text),
    }));
    if (sentences.length < 2) continue;
    const { text, likeness } = sentences.reduce((most, each) =>
      each.likeness > most.likeness ? each : most,
    );
    if (likeness < TELLING || text.split(/\s+/).length < LEAST_WORDS || known.has(toKey(text))) continue;
    known.add(toKey(text));
    picked.push(text);
  }
  const lines = picked.map((text) => `  - ${JSON.stringify(text)}\n`);
  appendFileSync(`intents/safety-wordings/${name}.yaml`, lines.join(''));
  console.log(`${name}: ${picked.length} sentences of ${messages.length} messages`);
}

function likenessTo(name: string, text: string): number {
  return wordings.rank(text).candidates.find(({ id }) => (id as string) === name)?.confidence ?? 0;
}

function toKey(text: string): string {
  return text.toLowerCase().replace(/\s+/g, ' ').trim();
}
