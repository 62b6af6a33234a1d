/**
 * Prints the words of a word list (one a line, lower case) that triage would take for a typo, for
 * `intents/safety/ordinary.yaml`. Usage: npx tsx test/bench/ordinary-words.ts words.txt
 */
import { readFileSync } from 'node:fs';
import { loadSafetyRules } from '../../src/knowledge/load-safety-rules.ts';
import { formatProblems, type Problem } from '../../src/knowledge/problem.ts';
import { compileRules } from '../../src/safety/compile-rules.ts';
import { mendWord } from '../../src/safety/mend-word.ts';
import { prepareSpelling } from '../../src/safety/prepare-spelling.ts';

const [list = ''] = process.argv.slice(2);
const problems: Problem[] = [];
const rules = loadSafetyRules(process.cwd(), problems);
if (!rules) throw new Error(formatProblems(problems));
const spelling = prepareSpelling({ ...rules.spelling, ordinary: [] }, compileRules(rules));
const mended = readFileSync(list, 'utf8')
  .split('\n')
  .filter((word) => {
    const [first = [], ...more] = mendWord(word, false, spelling);
    return more.length > 0 ? !spelling.always.has(word) : first.length > 1 && !spelling.known.has(word);
  });
console.log(mended.join('\n'));
