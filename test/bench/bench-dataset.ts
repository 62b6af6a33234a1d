import { ablations } from './ablations.ts';
import { ours } from './ours.ts';
import { PEERS } from './peers.ts';
import { readDataset } from './questions.ts';
import { ENGINE_HEAD, type EngineScore, scoreEngine, toRow } from './score-engine.ts';
import { printTable } from './table.ts';

/** This matcher, the peers and the ablation on a public data set. Without off-topic messages to learn from. */
export async function benchDataset(file: string, oursOnly: boolean): Promise<readonly EngineScore[]> {
  const { entries, test } = readDataset(file);
  const scores: EngineScore[] = [];
  for (const engine of oursOnly ? [ours()] : [ours(), ...PEERS]) {
    scores.push(await scoreEngine(engine, entries, [], test));
  }
  printTable(file, ENGINE_HEAD, scores.map(toRow));
  if (!oursOnly) {
    const parts: string[][] = [];
    for (const engine of ablations()) parts.push(toRow(await scoreEngine(engine, entries, [], test)));
    printTable('With one ingredient left out', ENGINE_HEAD, parts);
  }
  return scores;
}
