import { expect, test } from 'vitest';
import { SHIPPED_KNOWLEDGE, snapshotPlace } from '../../src/app.ts';
import { loadKnowledge } from '../../src/knowledge/load-knowledge.ts';
import { createMatcher } from '../../src/matching/create-matcher.ts';
import { readQuestions } from '../bench/questions.ts';
import { type Scores, scoreOurs, type Tally } from '../bench/score-ours.ts';
import baseline from './baseline.json' with { type: 'json' };

const result = await loadKnowledge(SHIPPED_KNOWLEDGE, snapshotPlace());
if (!result.ok) throw new Error('The shipped knowledge does not load.');
const { corpus, model } = result.knowledge;
const scores = scoreOurs(createMatcher(corpus, model), readQuestions('test/questions', 'holdout'));
/** How far a figure may fall behind the baseline, in points of a hundred; small sets weigh more a question. */
const POINT = 1;
const POINTS_OF_SMALL_SETS = 3;

const share = (count: number, of: number): number => (100 * count) / of;
const part = (pick: (scores: Scores) => Tally, name: keyof Tally): number =>
  share(pick(scores)[name], pick(scores).asked);

test.each([
  ['right', part(({ singles }) => singles, 'right'), baseline.right, POINT],
  ['right or among three', part(({ singles }) => singles, 'inThree'), baseline.inThree, POINT],
  ['right with two typos', part(({ mistyped }) => mistyped, 'right'), baseline.rightMistyped, POINT],
  ['follow-ups right', part(({ followUps }) => followUps, 'right'), baseline.followUps, POINTS_OF_SMALL_SETS],
  ['both parts right', share(scores.bothParts, scores.twoPart), baseline.bothParts, POINTS_OF_SMALL_SETS],
])('holdout: %s is no more than a point below the baseline', (_, figure, recorded, points) => {
  expect(figure).toBeGreaterThanOrEqual(recorded - points);
});

test.each([
  ['wrong', part(({ singles }) => singles, 'wrong'), baseline.wrong, POINT],
  ['off-topic answered', share(scores.offTopicAnswered, scores.offTopic), baseline.offTopicAnswered, POINT],
])('holdout: %s is no more than a point above the baseline', (_, figure, recorded, points) => {
  expect(figure).toBeLessThanOrEqual(recorded + points);
});

test('group talk that did not ask is never answered', () => {
  expect(scores.groupAnswered).toBe(0);
});
