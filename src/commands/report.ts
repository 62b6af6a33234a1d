import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { createApp } from '../app.ts';
import { gatherReport } from '../curation/gather-report.ts';
import { reportPage } from '../curation/report-page.ts';
import { reportText } from '../curation/report-text.ts';
import { formatProblems } from '../knowledge/problem.ts';
import type { ExitStatus } from './exit-status.ts';
import { withStores } from './open-configured-stores.ts';

/** `npm run report`: writes the sums of the last weeks as one HTML page and prints the short form. */
export async function report(args: readonly string[]): Promise<ExitStatus> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string', default: './data/report.html' },
      weeks: { type: 'string', default: '13' },
      knowledge: { type: 'string' },
    },
  });
  const weeks = Number(values.weeks);
  if (!/^\d{1,3}$/.test(values.weeks) || weeks === 0) {
    process.stderr.write('--weeks must be a number from 1 to 999, such as 13.\n');
    return 2;
  }
  const result = await createApp({ knowledge: values.knowledge });
  if (!result.ok) {
    process.stderr.write(`${formatProblems(result.problems)}\n`);
    return 1;
  }
  const { content } = result.app.mind();
  const data = await withStores((stores) => gatherReport(stores, content, { now: Date.now(), weeks }));
  if (!data) return 2;
  const path = resolve(values.out);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, reportPage(data));
  process.stdout.write(`${reportText(data)}\n\nWith charts: ${path}\n`);
  return 0;
}
