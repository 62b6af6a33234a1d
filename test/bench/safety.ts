/**
 * Recall per class and style, false alarms, order and time of the safety triage as the bot runs it, for the development
 * half and for the holdout half of `test/questions/safety/`. `--rules` leaves the second opinion out, `--development`
 * the holdout; `--misses` lists what went wrong in the development half; `--folder DIR` scores other messages, all of
 * them. The holdout is only ever counted.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { Triaged } from '../../src/answering/triaged.ts';
import { createApp } from '../../src/app.ts';
import { SAFETY_CLASSES } from '../../src/domain/ids.ts';
import { loadSafetyRules } from '../../src/knowledge/load-safety-rules.ts';
import { formatProblems, type Problem } from '../../src/knowledge/problem.ts';
import { createTriage } from '../../src/safety/triage.ts';
import { isHoldout } from '../support/holdout.ts';
import { readSafetyLines, type SafetyLine } from '../support/safety-lines.ts';
import { hardTexts } from './hard-texts.ts';

const { values: options } = parseArgs({
  options: {
    folder: { type: 'string' },
    rules: { type: 'boolean', default: false },
    development: { type: 'boolean', default: false },
    misses: { type: 'boolean', default: false },
  },
});
const triage = options.rules ? rulesAlone() : await wholeTriage();
const lines = readSafetyLines(options.folder);

if (options.folder !== undefined) report('all', lines, options.misses);
else {
  const of = (half: boolean) => lines.filter(({ text }) => isHoldout(text) === half);
  report('development', of(false), options.misses);
  if (!options.development) report('holdout', of(true), false);
}
reportTime();

function rulesAlone(): (text: string) => Triaged {
  const problems: Problem[] = [];
  const rules = loadSafetyRules(process.cwd(), problems);
  if (!rules) throw new Error(formatProblems(problems));
  return createTriage(rules);
}

async function wholeTriage(): Promise<(text: string) => Triaged> {
  const result = await createApp();
  if (!result.ok) throw new Error(formatProblems(result.problems));
  return result.app.mind().triage;
}

function report(half: string, all: readonly SafetyLine[], listMisses: boolean): void {
  console.log(`\n== ${half}: ${all.length} messages`);
  const results = all
    .map((line) => ({
      line,
      result: triage(line.text),
    }))
    .map(({ line, result }) => ({ line, result, classes: result.hits.map((hit) => hit.class) }));
  const single = results.filter(({ line }) => line.classes.length === 1);
  for (const wanted of SAFETY_CLASSES) {
    const own = single.filter(({ line }) => line.classes[0] === wanted);
    const found = own.filter(({ classes }) => classes[0] === wanted);
    const noticed = own.filter(({ classes }) => classes.length > 0);
    console.log(`${wanted}: first ${rate(found, own)}, any safety text ${rate(noticed, own)}`);
    const others = [...SAFETY_CLASSES.filter((name) => name !== wanted), undefined].map(
      (name) => `${name ?? 'nothing'} ${own.filter(({ classes }) => classes[0] === name).length}`,
    );
    console.log(`  else first: ${others.join(', ')}`);
    const styles = [...new Set(own.map(({ line }) => line.style))];
    const perStyle = styles.map((style) => {
      const inStyle = own.filter(({ line }) => line.style === style);
      return `${style} ${inStyle.filter(({ classes }) => classes[0] === wanted).length}/${inStyle.length}`;
    });
    console.log(`  ${perStyle.join(', ')}`);
    const who = found.filter(({ line, result }) => line.who === result.hits[0]?.who);
    console.log(
      `  who is meant: ${rate(
        who,
        found.filter(({ line }) => line.who),
      )}, said outright: ${rate(
        found.filter(({ result }) => result.hits[0]?.explicit),
        found,
      )}`,
    );
    if (listMisses)
      for (const { line, result } of own.filter(({ classes }) => classes[0] !== wanted))
        tell('MISS', line, result);
  }
  const mixed = results.filter(({ line }) => line.classes.length > 1);
  const firstRight = mixed.filter(({ line, classes }) => classes[0] === line.classes[0]);
  console.log(
    `two classes: most urgent first ${rate(firstRight, mixed)}, all found ${rate(
      mixed.filter(({ line, classes }) => line.classes.every((each) => classes.some((own) => own === each))),
      mixed,
    )}`,
  );
  if (listMisses)
    for (const { line, result } of mixed.filter((each) => !firstRight.includes(each)))
      tell('ORDER', line, result);
  const harmless = results.filter(({ line }) => line.classes.length === 0);
  const hard = harmless.filter(({ classes }) => classes.some((each) => each !== 'personal-medical-advice'));
  const personal = harmless.filter(({ classes }) => classes.includes('personal-medical-advice'));
  console.log(
    `harmless: hard alarms ${rate(hard, harmless)}, soft (personal advice) ${rate(personal, harmless)}`,
  );
  const byClass = SAFETY_CLASSES.map(
    (name) => `${name} ${harmless.filter(({ classes }) => classes.includes(name)).length}`,
  );
  console.log(`  alarms by class: ${byClass.join(', ')}`);
  for (const kind of ['dose-question', 'coma-question']) {
    const own = harmless.filter(({ line }) => line.style === kind);
    console.log(
      `  hard on ${kind}: ${rate(
        own.filter((each) => hard.includes(each)),
        own,
      )}`,
    );
  }
  const styles = [...new Set(hard.map(({ line }) => line.style))];
  console.log(
    `  hard by style: ${styles.map((style) => `${style} ${hard.filter(({ line }) => line.style === style).length}`).join(', ')}`,
  );
  const softWanted = harmless.filter(({ line }) => line.soft);
  const softNot = harmless.filter(({ line }) => !line.soft);
  console.log(
    `support line: where wanted ${rate(
      softWanted.filter(({ result }) => result.soft),
      softWanted,
    )}, elsewhere ${rate(
      softNot.filter(({ result }) => result.soft),
      softNot,
    )}`,
  );
  if (listMisses) {
    for (const { line, result } of hard) tell('HARD ALARM', line, result);
    for (const { line, result } of personal) tell('SOFT ALARM', line, result);
    for (const { line, result } of softWanted.filter(({ result }) => !result.soft))
      tell('NO LINE', line, result);
    for (const { line, result } of softNot.filter(({ result }) => result.soft)) tell('LINE', line, result);
  }
}

function tell(kind: string, line: SafetyLine, result: Triaged): void {
  const found = [
    ...result.hits.map((hit) => `${hit.class}/${hit.rule}`),
    ...(result.soft ? [`soft/${result.soft}`] : []),
  ];
  console.log(`    ${kind} [${line.style}] ${line.text}  →  ${found.join(', ') || 'nothing'}`);
}

function rate(part: readonly unknown[], whole: readonly unknown[]): string {
  const percent = whole.length === 0 ? 100 : (100 * part.length) / whole.length;
  return `${part.length}/${whole.length} (${percent.toFixed(1)} %)`;
}

function reportTime(): void {
  let worst = { name: '', ms: 0 };
  for (const [name, text] of hardTexts(4096)) {
    for (let round = 0; round < 5; round += 1) {
      const start = performance.now();
      triage(text);
      const ms = performance.now() - start;
      if (round > 1 && ms > worst.ms) worst = { name, ms };
    }
  }
  console.log(`\nworst time at 4,096 characters: ${worst.ms.toFixed(1)} ms (${worst.name})`);
}
