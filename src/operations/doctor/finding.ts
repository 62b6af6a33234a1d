/** One line of the doctor's report. It holds no secret and no text of a member. */
export interface Finding {
  /** What was looked at, in a word or two. */
  readonly name: string;
  readonly state: 'ok' | 'warning' | 'problem';
  readonly says: string;
  /** What to do about it; absent when there is nothing to do. */
  readonly todo?: string;
}

export function ok(name: string, says: string): Finding {
  return { name, state: 'ok', says };
}

export function warning(name: string, says: string, todo: string): Finding {
  return { name, state: 'warning', says, todo };
}

export function problem(name: string, says: string, todo: string): Finding {
  return { name, state: 'problem', says, todo };
}

/** The report as it is printed: one line for each finding, and under it what to do. */
export function formatFindings(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ name }) => name.length));
  const lines = findings.flatMap(({ name, state, says, todo }) => [
    `${state.padEnd(8)} ${name.padEnd(width)}  ${says}`,
    ...(todo === undefined ? [] : [`${' '.repeat(width + 11)}→ ${todo}`]),
  ]);
  const count = (wanted: Finding['state']): number => findings.filter(({ state }) => state === wanted).length;
  const summary = `${count('problem')} problems, ${count('warning')} warnings, ${count('ok')} ok.`;
  return `${lines.join('\n')}\n\n${summary}\n`;
}
