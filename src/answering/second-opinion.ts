import type { SafetyHit } from '../domain/decision.ts';
import { lessUrgent, moreUrgent, SAFETY_CLASSES, type SafetyClass } from '../domain/ids.ts';
import type { Matcher } from '../matching/create-matcher.ts';
import { remember } from '../matching/remember.ts';
import type { Triage } from '../safety/triage.ts';
import { isMistaken } from './is-mistaken.ts';
import { type OpinionBars, SHIPPED_BARS } from './opinion-bars.ts';
import { type Likeness, readLikeness } from './read-likeness.ts';
import { tellWhom } from './tell-whom.ts';
import type { Triaged } from './triaged.ts';

/** A word by itself resembles whatever message it stood in by chance: rules alone judge it. */
const ONE_WORD = /^[^\p{L}\p{N}]*[\p{L}\p{N}]*[^\p{L}\p{N}]*$/u;

/**
 * Adds to the rules what their authors did not think of: messages that resemble the wordings in
 * `intents/safety-wordings/`. It drops the match of a rule that is mistaken, asks for the support line where a message is
 * heavy and no crisis, and says what is outright: only that may interrupt talk that does not address the bot. A message
 * that is plainly one of the ordinary questions must resemble a risk more.
 *
 * @param questions the matcher of the ordinary questions
 * @param bars others than the shipped ones only to choose among them
 */
export function withSecondOpinion(
  triage: Triage,
  wordings: Matcher,
  questions: Matcher,
  bars: OpinionBars = SHIPPED_BARS,
): (text: string) => Triaged {
  const { classes, heavy, outright } = bars;
  return (text) => {
    // The message, and the words that stand around the matches of many rules: each is read once.
    const look = remember((words) => readLikeness(words, wordings));
    let plain: boolean | undefined;
    const isPlain = (of: Likeness): boolean => {
      plain ??= asksPlainly(of, questions, bars.plainly);
      return plain;
    };
    const found = triage(text, (match) => {
      const likeness = look(match.message);
      return !isMistaken(match, { likeness, asksPlainly: () => isPlain(likeness), read: look, bars });
    });
    const read = look(found.plain);
    const ruled = found.hits.map(
      (hit): SafetyHit => ({
        ...hit,
        explicit: likenessTo(hit.class, read) >= (hit.explicit ? outright.ruled : outright.alone),
      }),
    );
    const isRuled = (name: SafetyClass): boolean => found.hits.some((hit) => hit.class === name);
    const isWord = ONE_WORD.test(found.plain);
    const soft = found.soft ?? (!isWord && read.heavy >= heavy ? 'wordings of heavy' : undefined);
    let more = isWord ? [] : classesLike(read, isRuled, bars).filter((name) => !isRuled(name));
    if (more.some((name) => likenessTo(name, read) < classes[name].plain) && isPlain(read))
      more = more.filter((name) => likenessTo(name, read) >= classes[name].plain);
    if (more.length === 0) return { hits: ruled, soft };
    const who = tellWhom(found.plain, wordings);
    const added = more.map((name): SafetyHit => {
      const explicit = likenessTo(name, read) >= outright.alone;
      return { class: name, rule: `wordings of ${name}`, who, explicit };
    });
    const hits = [...ruled, ...added].sort(
      (a, b) => SAFETY_CLASSES.indexOf(a.class) - SAFETY_CLASSES.indexOf(b.class),
    );
    return { hits, soft };
  };
}

/** How much the message, or one of its sentences, resembles the class. */
function likenessTo(name: SafetyClass, { whole, sentences }: Likeness): number {
  return Math.max(whole[name], sentences[name]);
}

/** The classes that the message, or one of its sentences, resembles enough, most urgent first. */
function classesLike(
  { whole, sentences }: Likeness,
  isRuled: (name: SafetyClass) => boolean,
  { classes, leads }: OpinionBars,
): SafetyClass[] {
  const isThere = (name: SafetyClass): boolean => isRuled(name) || whole[name] >= leads;
  return SAFETY_CLASSES.filter((name) => {
    const bars = classes[name];
    const over = lessUrgent(name).filter(isThere);
    const under = over.length === 0 && moreUrgent(name).some(isThere);
    const bar =
      over.length > 0
        ? Math.max(...over.map((each) => bars.over[each] ?? 1))
        : under
          ? bars.under
          : bars.whole;
    return whole[name] >= bar || sentences[name] >= Math.max(bars.sentence, over.length > 0 ? bar : 0);
  });
}

/** Whether the message, and what in it resembles a risk most, is what people ask for one of the answers. */
function asksPlainly({ text, riskiest }: Likeness, questions: Matcher, plainly: number): boolean {
  return [text, riskiest].every((part) => (questions.rank(part).candidates[0]?.confidence ?? 0) >= plainly);
}
