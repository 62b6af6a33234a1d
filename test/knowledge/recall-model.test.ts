import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { snapshotPlace } from '../../src/app.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { recallModels } from '../../src/knowledge/recall-model.ts';
import { shippedApp } from '../support/shipped.ts';
import { copyKnowledge } from '../support/small-knowledge.ts';

let root: string;
beforeEach(() => {
  root = copyKnowledge();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Which of the two models need not be trained. */
async function recalled(): Promise<readonly boolean[]> {
  const result = await loadKnowledge(root, snapshotPlace());
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return [result.knowledge.model !== undefined, result.knowledge.riskModel !== undefined];
}

test('an edited answer needs no training', async () => {
  appendFileSync(join(root, 'content/answers/awake/awake-dose.md'), '\n');
  expect(await recalled()).toEqual([true, true]);
});

test('a new wording does: what is asked is no risk, so both learn it', async () => {
  appendFileSync(join(root, 'intents/awake/awake-dose.yaml'), '  - how big is a helping\n');
  expect(await recalled()).toEqual([false, false]);
});

test('a new wording of a risk is no matter for the questions', async () => {
  appendFileSync(join(root, 'intents/safety-wordings/harmless.yaml'), '  - how big is a helping of cake\n');
  expect(await recalled()).toEqual([true, false]);
});

test('other code that trains trains anew', () => {
  const { corpus } = shippedApp().mind().matcher;
  const found = (trainer: string) => recallModels({ ...snapshotPlace(), trainer })(corpus) !== undefined;
  expect([found(snapshotPlace().trainer), found('other')]).toEqual([true, false]);
});
