/**
 * Quality and speed in one run: this matcher on the labelled questions, development half and holdout half apart, then
 * beside other engines that learn the same phrasings, then with one signal left out at a time, then how long a start
 * takes, then what more phrasings cost.
 *
 *   npm run bench                       everything
 *   npm run bench -- --ours             this matcher only, and nothing of the rest
 *   npm run bench -- --dataset FILE     any data set of the form of `test/bench/questions.ts`
 *   npm run bench -- --html FILE        also writes a page with diagrams
 *   npm run bench -- faults             questions while connections break and the bot is killed; see `faults.ts`
 *   npm run bench -- replicas           the same with two replicas behind a webhook
 *   npm run bench -- fuzz               generated updates of all kinds; see `fuzz.ts`
 *   npm run bench -- load               speed and memory of the bot beside a bare echo bot; see `load.ts`
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchDataset } from './bench-dataset.ts';
import { benchShipped } from './bench-shipped.ts';
import { diagramsPage } from './diagrams-page.ts';

const [which, ...rest] = process.argv.slice(2);
if (which === 'faults' || which === 'replicas') {
  const { benchFaults } = await import('./faults.ts');
  // A run that was given up leaves waits behind.
  process.exit(await benchFaults(which, rest));
} else if (which === 'fuzz') {
  const { benchFuzz } = await import('./fuzz.ts');
  process.exitCode = await benchFuzz(rest);
} else if (which === 'load') {
  const { benchLoad } = await import('./load.ts');
  process.exitCode = await benchLoad(rest);
} else await benchQuality();

async function benchQuality(): Promise<void> {
  const { values } = parseArgs({
    options: {
      dataset: { type: 'string' },
      ours: { type: 'boolean', default: false },
      html: { type: 'string' },
    },
  });
  const { dataset, ours, html } = values;
  const engines = dataset === undefined ? await benchShipped(ours) : await benchDataset(dataset, ours);
  if (html === undefined) return;
  writeFileSync(html, diagramsPage(dataset ?? 'Holdout half of the labelled questions', engines));
  console.log(`\nDiagrams: ${html}`);
}
