import type { SafetyHit } from '../domain/decision.ts';
import { SAFETY_CLASSES, type SafetyClass } from '../domain/ids.ts';
import type { Matcher } from '../matching/create-matcher.ts';
import type { Triage, TriageResult } from '../safety/triage.ts';
import { HEAVY, LEADS, LOOK_ALIKE, OPINION_BARS, PLAIN_QUESTION } from './opinion-bars.ts';
import { type Likeness, readLikeness, riskOf } from './read-likeness.ts';
import { tellWhom } from './tell-whom.ts';

/** The matcher of the questions, or one that remembers what it said of the message at hand. */
type Ranker = Pick<Matcher, 'rank'>;

/**
 * Adds to the rules what their authors did not think of: messages that resemble the wordings in
 * `intents/safety-wordings/`. What it adds is never "explicit": talk that does not address the bot is answered by rules
 * alone. Where a message is heavy and no crisis, it asks for the support line. It also drops the match of a rule that is
 * not `certain`, where neither the message, nor any of its sentences, nor the words around the match resemble a risk at
 * all: a laptop that will not wake up. A message that is plainly one of the ordinary questions must resemble a risk more.
 */
export function withSecondOpinion(
  triage: Triage,
  wordings: Matcher,
  questions: Ranker,
): (text: string, known?: Ranker) => TriageResult {
  return (text, known = questions) => {
    let likeness: Likeness | undefined;
    let asks: boolean | undefined;
    const found = triage(text, ({ class: name, message, around }) => {
      likeness ??= readLikeness(message, wordings);
      asks ??= isPlainQuestion(message, known);
      const bar = LOOK_ALIKE[name][asks ? 'plain' : 'other'];
      return likeness.risk >= bar || around.some((words) => riskOf(words, wordings) >= bar);
    });
    likeness ??= readLikeness(found.plain, wordings);
    let resembled = classesLike(likeness, found.hits.length > 0, 0);
    if (resembled.size > 0 && (asks ?? isPlainQuestion(found.plain, known)))
      resembled = classesLike(likeness, found.hits.length > 0, PLAIN_QUESTION.bar);
    const more = SAFETY_CLASSES.filter(
      (name) => resembled.has(name) && !found.hits.some((hit) => hit.class === name),
    );
    const soft = found.soft ?? (likeness.whole.crisis >= HEAVY ? 'wordings of crisis' : undefined);
    if (more.length === 0) return { ...found, soft };
    const who = tellWhom(found.plain, wordings);
    const added = more.map(
      (name): SafetyHit => ({ class: name, rule: `wordings of ${name}`, who, explicit: false }),
    );
    const hits = [...found.hits, ...added].sort(
      (a, b) => SAFETY_CLASSES.indexOf(a.class) - SAFETY_CLASSES.indexOf(b.class),
    );
    return { ...found, hits, soft };
  };
}

/** The classes that the message, or one of its sentences, resembles enough. */
function classesLike(
  { whole, sentences }: Likeness,
  ruled: boolean,
  least: number,
): ReadonlySet<SafetyClass> {
  return new Set(
    SAFETY_CLASSES.filter((name) => {
      const bars = OPINION_BARS[name];
      const beside = ruled || SAFETY_CLASSES.some((other) => other !== name && whole[other] >= LEADS);
      const bar = Math.max(least, beside ? bars.beside : bars.whole);
      return whole[name] >= bar || sentences[name] >= Math.max(least, bars.sentence, beside ? bar : 0);
    }),
  );
}

/** Whether the whole message is what people ask for one of the answers. */
function isPlainQuestion(text: string, questions: Ranker): boolean {
  return (questions.rank(text).candidates[0]?.confidence ?? 0) >= PLAIN_QUESTION.from;
}
