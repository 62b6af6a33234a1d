import { readFileSync } from 'node:fs';
import {
  type Confusions,
  calibrationError,
  confusions,
  rejectionCurve,
  reliability,
} from './diagram-data.ts';
import type { EngineScore } from './score-engine.ts';

/**
 * One HTML page that needs nothing else: how far the confidence can be trusted, what is confused with what, and how
 * accuracy grows when the unsure get no answer, beside the other engines. The first engine is this matcher.
 */
export function diagramsPage(title: string, engines: readonly EngineScore[]): string {
  const [main] = engines;
  if (!main) throw new Error('There is no engine to draw.');
  const library = readFileSync(new URL('./chart.umd.min.js', import.meta.resolve('chart.js')), 'utf8');
  const drawn = reliability(main.outcomes);
  const data = {
    reliability: drawn,
    rejection: engines.map((engine, i) => ({
      label: engine.name,
      data: rejectionCurve(engine),
      borderColor: COLOURS[i % COLOURS.length],
    })),
  };
  const rows = drawn.map(
    ({ x, y, n }) => `<tr><td>${x.toFixed(2)}</td><td>${(100 * y).toFixed(1)} %</td><td>${n}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
<p>${main.outcomes.length} messages, ${main.outcomes.filter(({ inScope }) => inScope).length} of them with an answer.</p>
<h2>Reliability of ${escapeHtml(main.name)}</h2>
<p>Of the answers that it was so sure of, so many are right. On the diagonal, confidence means what it says; the mean
distance from it is ${(100 * calibrationError(main.outcomes)).toFixed(1)} points.</p>
<div class="chart"><canvas id="reliability" role="img" aria-label="Reliability: figures in the table below"></canvas></div>
<details><summary>Figures</summary><table><thead><tr><th>mean confidence</th><th>right</th><th>messages</th></tr></thead>
<tbody>${rows.join('')}</tbody></table></details>
<h2>Accuracy against rejection</h2>
<p>When the least sure messages get no answer: the share of the answers given that is right. An answer to an off-topic
message is wrong.</p>
<div class="chart"><canvas id="rejection" role="img" aria-label="Accuracy against rejection, engine by engine"></canvas></div>
<h2>What is taken for what</h2>
<p>Rows: the right answer. Columns: the answer that came first. ${escapeHtml(main.name)}, no rejection.</p>
${matrix(confusions(main.outcomes))}
<script>${inScript(library)}</script>
<script>const DATA = ${JSON.stringify(data).replaceAll('<', '\\u003c')};${DRAW}</script>
</body>
</html>
`;
}

/** Can be told apart with any kind of colour vision (Okabe and Ito). */
const COLOURS = ['#0072B2', '#009E73', '#D55E00', '#E69F00', '#CC79A7', '#56B4E9', '#999999'];

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #1c1c1c; background: #fff }
h2 { margin-top: 2.5rem; font-size: 1.2rem } .chart { position: relative; height: 420px }
table { border-collapse: collapse } th, td { padding: .1rem .5rem .1rem 0; text-align: left }
.wide { overflow-x: auto } .matrix { font-size: 11px } .matrix th { font-weight: normal; white-space: nowrap }
.matrix thead th { writing-mode: vertical-rl; transform: rotate(180deg) } .matrix td { width: 1.5rem; padding: 0; text-align: center; border: 1px solid #eee }
`;

/** Runs in the page. */
const DRAW = `
const share = (title) => ({ type: 'linear', min: 0, max: 1, title: { display: true, text: title } });
new Chart(document.getElementById('reliability'), {
  type: 'scatter',
  data: { datasets: [
    { label: 'right', data: DATA.reliability, showLine: true, borderColor: '#0072B2', backgroundColor: '#0072B2', pointRadius: DATA.reliability.map(({ n }) => 3 + Math.sqrt(n) / 3) },
    { label: 'as sure as right', data: [{ x: 0, y: 0 }, { x: 1, y: 1 }], showLine: true, pointRadius: 0, borderColor: '#999999', borderDash: [4, 4] },
  ] },
  options: { animation: false, maintainAspectRatio: false, scales: { x: share('confidence'), y: share('share right') } },
});
new Chart(document.getElementById('rejection'), {
  type: 'line',
  data: { datasets: DATA.rejection.map((set) => ({ ...set, backgroundColor: set.borderColor, pointRadius: 0 })) },
  options: { animation: false, maintainAspectRatio: false, parsing: false, scales: { x: share('share of messages without an answer'), y: share('share of answers that are right') } },
});
`;

function matrix({ ids, counts }: Confusions): string {
  const head = ids.map((id) => `<th scope="col">${escapeHtml(id)}</th>`).join('');
  const rows = ids.map((id, i) => {
    const own = counts[i] ?? [];
    const most = Math.max(1, ...own);
    const cells = own.map((count, j) => {
      const colour = i === j ? '0, 158, 115' : '213, 94, 0';
      return count === 0
        ? '<td></td>'
        : `<td style="background: rgba(${colour}, ${(0.15 + (0.85 * count) / most).toFixed(2)})" title="${escapeHtml(`${id} → ${ids[j]}`)}">${count}</td>`;
    });
    return `<tr><th scope="row">${escapeHtml(id)}</th>${cells.join('')}</tr>`;
  });
  return `<div class="wide"><table class="matrix"><thead><tr><th></th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function escapeHtml(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}

/** Keeps the library from ending the script element it stands in. */
function inScript(text: string): string {
  return text.replace(/<(?=\/script|!--)/gi, '\\x3C').replace(/\/\/# sourceMappingURL=.*/g, '');
}
