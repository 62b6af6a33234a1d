import { expect, test } from 'vitest';
import { blockText } from '../../src/domain/rich-text.ts';
import { createLaw } from '../support/fuzz/laws.ts';
import { play } from '../support/fuzz/play.ts';
import { runFuzz } from '../support/fuzz/run-fuzz.ts';
import { questionTexts } from '../support/question-texts.ts';
import { shippedApp } from '../support/shipped.ts';

/* A few generated updates of all kinds; `npm run bench -- fuzz` plays a hundred thousand. */

const mind = shippedApp().mind();

test('no crash, no unhandled rejection, no call that Telegram would refuse, no text without its caveat', async () => {
  const { updates } = await runFuzz({ updates: 400, mind, questions: questionTexts(), seed: 1 });
  expect(updates).toBeGreaterThanOrEqual(400);
}, 30_000);

test('the run would notice', async () => {
  const { content } = mind;
  const law = createLaw(content);
  const answer = [...content.answers.values()].find(
    ({ kind, body }) => kind === 'covered' && body.length > 0,
  );
  const words = answer ? answer.body.map(blockText).join('\n') : '';
  expect(law(words)).toMatch(/without/);
  expect(law(`${words}\n${content.standing.text}`)).toMatch(/without its caveat/);
  expect(law('hello')).toBeUndefined();

  const acts = [[{ do: 'say', who: 0, at: 'private', text: 'what is crps' } as const]];
  expect(await play(acts, mind, law)).toEqual({ updates: 1, wrong: [] });
  const strict = await play(acts, mind, () => 'is forbidden');
  expect(strict.wrong).toHaveLength(1);
  const broken = {
    ...mind,
    matcher: {
      ...mind.matcher,
      match: () => {
        throw new TypeError('broken');
      },
    },
  };
  expect((await play(acts, broken, law)).wrong[0]).toContain('TypeError');
});
