import type { SafetyHit } from '../domain/decision.ts';
import type { SafetyClass } from '../domain/ids.ts';
import type { Matcher } from '../matching/create-matcher.ts';
import type { Triage } from '../safety/triage.ts';
import { chooseClasses } from './choose-classes.ts';
import { type Opinion, SHIPPED_OPINION } from './opinion.ts';
import { readLikeness } from './read-likeness.ts';
import { tellWhom } from './tell-whom.ts';
import type { Triaged } from './triaged.ts';
import { weighLikeness } from './weigh-likeness.ts';

/** A word by itself resembles whatever message it stood in by chance: rules alone judge it. */
const ONE_WORD = /^[^\p{L}\p{N}]*[\p{L}\p{N}]*[^\p{L}\p{N}]*$/u;

/**
 * Weighs what the rules found by how much a message resembles the wordings in `intents/safety-wordings/`. It adds what
 * their authors did not think of and drops matches in messages that resemble no risk; it asks for the support line where
 * a message is heavy and no crisis, and says what is outright: only that may interrupt talk that does not address the bot.
 *
 * @param questions the matcher of the ordinary questions
 * @param opinion another than the shipped one only to choose among them
 */
export function withSecondOpinion(
  triage: Triage,
  wordings: Matcher,
  questions: Matcher,
  { weights, bars, plainly, heavy, outright }: Opinion = SHIPPED_OPINION,
): (text: string) => Triaged {
  return (text) => {
    const found = triage(text);
    const likeness = readLikeness(found, wordings);
    const chances = weighLikeness(likeness, weights);
    const ruled = new Map(found.hits.map((hit) => [hit.class, hit]));
    const isWord = ONE_WORD.test(found.plain);
    const isPlain = (): boolean => (questions.rank(found.plain).candidates[0]?.confidence ?? 0) >= plainly;
    const classes = isWord ? [...ruled.keys()] : chooseClasses(chances, likeness, isPlain, bars);
    const toHit = (name: SafetyClass): SafetyHit => {
      const hit = ruled.get(name);
      const explicit = chances[name] >= (hit?.explicit ? outright.ruled : outright.alone);
      if (hit) return { ...hit, explicit };
      return { class: name, rule: `wordings of ${name}`, who: tellWhom(found.plain, wordings), explicit };
    };
    const soft = found.soft ?? (!isWord && likeness.heavy >= heavy ? 'wordings of heavy' : undefined);
    return { hits: classes.map(toHit), soft };
  };
}
