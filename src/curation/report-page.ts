import { readFileSync } from 'node:fs';
import type { ReportData } from './gather-report.ts';
import { type Chart, reportCharts } from './report-charts.ts';

/**
 * The report as one HTML page that needs nothing else: the chart library is written into it, and its policy forbids
 * the browser to fetch anything. Each chart has its figures in a table under it, for screen readers and for copying.
 */
export function reportPage(data: ReportData): string {
  const charts = reportCharts(data);
  const library = readFileSync(new URL('./chart.umd.min.js', import.meta.resolve('chart.js')), 'utf8');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What was asked, ${data.from} to ${data.to}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>What was asked</h1>
<p>${data.from} to ${data.to} (UTC): ${data.questions} questions. ${data.unanswered.questions} kept without an answer, in
${data.unanswered.groups.open} groups that wait for a curator; ${data.openProposals} open proposals.
These are sums: nothing here tells who asked.</p>
${charts.map(section).join('\n')}
<section><h2>Answers that nobody got (${data.neverUsed.length})</h2>
<ul>${data.neverUsed.map(({ id, title }) => `<li>${escapeHtml(title)} <code>${escapeHtml(id)}</code></li>`).join('')}</ul></section>
<script>${inScript(library)}</script>
<script>${inScript(DRAW.replace('CHARTS', () => JSON.stringify(charts)))}</script>
</body>
</html>
`;
}

const STYLE = `
body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c1c1c; background: #fff }
h2 { margin-top: 2.5rem; font-size: 1.2rem }
table { border-collapse: collapse } th, td { padding: .15rem .8rem .15rem 0; text-align: left } td + td { text-align: right }
.chart { position: relative }
`;

/** Runs in the page. */
const DRAW = `
for (const [i, { type, across, stacked, labels, series }] of CHARTS.entries()) {
  if (labels.length === 0) continue;
  new Chart(document.getElementById('chart-' + i), {
    type,
    data: { labels, datasets: series.map(({ name, values, colour }) => ({ label: name, data: values, backgroundColor: colour })) },
    options: {
      animation: false, maintainAspectRatio: false, indexAxis: across ? 'y' : 'x',
      plugins: { legend: { display: series.length > 1 } },
      scales: { x: { stacked, beginAtZero: true, ticks: { precision: 0 } }, y: { stacked, beginAtZero: true, ticks: { precision: 0, autoSkip: !across } } },
    },
  });
}
`;

function section({ title, labels, series, across }: Chart, i: number): string {
  if (labels.length === 0) return `<section><h2>${escapeHtml(title)}</h2><p>Nothing yet.</p></section>`;
  const height = across ? 80 + 28 * labels.length : 320;
  const head = series.map(({ name }) => `<th scope="col">${escapeHtml(name)}</th>`).join('');
  const rows = labels.map(
    (label, row) =>
      `<tr><th scope="row">${escapeHtml(label)}</th>${series.map(({ values }) => `<td>${values[row] ?? 0}</td>`).join('')}</tr>`,
  );
  return `<section><h2>${escapeHtml(title)}</h2>
<div class="chart" style="height: ${height}px"><canvas id="chart-${i}" role="img" aria-label="${escapeHtml(title)}: figures in the table below"></canvas></div>
<details><summary>Figures</summary><table><thead><tr><th></th>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></details></section>`;
}

function escapeHtml(text: string): string {
  const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return text.replace(/[&<>"]/g, (sign) => signs[sign] ?? sign);
}

/** Keeps text from ending the script element it stands in. */
function inScript(text: string): string {
  return text.replace(/<(?=\/script|!--)/gi, '\\x3C').replace(/\/\/# sourceMappingURL=.*/g, '');
}
