import type { AnswerId } from '../domain/ids.ts';
import type { FollowUps } from './corpus.ts';
import type { Matcher } from './create-matcher.ts';
import type { Match, RankedCandidate } from './match.ts';
import { type Leaning, readLeaning } from './read-leaning.ts';
import { splitQuestion } from './split-question.ts';

/** How sure a table makes the matcher: it was written for exactly this turn of talk. */
const BY_TABLE = 0.9;
/** What is left of the doubt whether a message is about the subject, when it leans on an answer. */
const DOUBT = 0.3;

/** This likely to be about the subject, a message says something by itself; the topic alone would answer "lol" too. */
const ABOUT = 0.5;
/** How far a reading with the topic must be ahead when it leads back to the topic itself. */
const AGAIN = 0.6;
/** So sure of talk ("that helps"), a message does not lean. */
const TALK = 0.75;
/** What is this unlikely to be about the subject is not raised: it is chatter, whatever went before. */
const NOTHING = 0.15;
/** How far a reading must be ahead when it has the topic only appended. */
const APPENDED = 0.2;

/**
 * Matches a message that leans on the last answer in its light: "and the dose?", "is it done here too?", "and the
 * other one?". Undefined when the message stands alone, so that a question of its own is never bent by what went before.
 *
 * @param lastId the answer that was given last
 */
export function resolveFollowUp(text: string, lastId: AnswerId, matcher: Matcher): Match | undefined {
  const { followUps } = matcher.corpus;
  const last = followUps.about[lastId];
  if (!last) return undefined;
  const [own] = matcher.match(text).candidates;
  if (own?.talk && own.confidence >= TALK) return undefined;
  const leaning = readLeaning(text, last.asks, matcher);
  if (!leaning) return undefined;
  const bare = matcher.match(leaning.rest);
  if (bare.barrier?.reason === 'other-language' || bare.barrier?.reason === 'empty') return undefined;

  const facet = leaning.facet ?? (leaning.other && last.facet ? followUps.other[last.facet] : undefined);
  if (facet !== undefined && leaning.telling.length === 0) {
    const answers = followUps.facets[facet]?.answers ?? {};
    const id = answers[last.asks] ?? answers['what'];
    if (id) return lead(bare, id, BY_TABLE);
  }
  const next =
    facet === undefined
      ? byTable(leaning, { ...followUps.after['any'], ...followUps.after[lastId] })
      : undefined;
  if (next) return lead(bare, next, BY_TABLE);
  const kind = leaning.facet === undefined ? bare : matcher.match(leaning.question);
  return onTheSide(kind, facet ?? last.facet, followUps) ?? inContext(bare, leaning, lastId, matcher);
}

/** Whether a message says all that it asks, and no part of it leans: it means the same whatever was answered before. */
export function standsAlone(text: string, matcher: Matcher): boolean {
  const leans = (part: string): boolean => readLeaning(part, '', matcher) !== undefined;
  return !leans(text) && !splitQuestion(text).some(({ first }) => leans(first));
}

/** All that the message tells is covered by one concept that the table knows. */
function byTable(leaning: Leaning, table: Readonly<Record<string, AnswerId>>): AnswerId | undefined {
  for (const [concept, id] of Object.entries(table)) {
    if (leaning.coveredBy(concept)) return id;
  }
  return undefined;
}

/** The answer to the same kind of question on the side of the subject that is being talked about. */
function onTheSide(kind: Match, facet: string | undefined, followUps: FollowUps): Match | undefined {
  const answers = facet === undefined ? undefined : followUps.facets[facet]?.answers;
  const [best] = kind.candidates;
  const asks = best && followUps.about[best.id]?.asks;
  const id = asks === undefined ? undefined : answers?.[asks];
  if (id === undefined) return undefined;
  const sure = kind.candidates
    .filter((candidate) => followUps.about[candidate.id]?.asks === asks || candidate.id === id)
    .reduce((sum, { confidence }) => sum + confidence, 0);
  return lead(kind, id, Math.min(BY_TABLE, sure * trust(kind)));
}

/** A message too thin to be understood alone is read once more with the last topic in it. */
function inContext(bare: Match, leaning: Leaning, lastId: AnswerId, matcher: Matcher): Match {
  const topic = matcher.corpus.intents.find(({ id }) => id === lastId)?.topic;
  const [best] = bare.candidates;
  if (!best) return bare;
  const alone = lead(bare, best.id, best.confidence * trust(bare));
  if (topic === undefined) return alone;
  const full = matcher.match(leaning.withTopic(topic));
  const [found] = full.candidates;
  if (!found || full.barrier) return alone;
  const own = best.confidence * trust(bare);
  const again = found.id === lastId || found.id === matcher.match(topic).candidates[0]?.id;
  // Remarks are not questions: only what asks may bring the same answer again, or be about anything by the topic alone.
  const vague = bare.fits < ABOUT;
  if (again ? vague || !leaning.asks : vague && !leaning.asks && !leaning.hasPronoun) return alone;
  const ahead = again ? AGAIN : leaning.hasPronoun ? 0 : APPENDED;
  return found.confidence > own + ahead ? full : alone;
}

/**
 * A message that leans on an answer is about the subject, more likely than its few words alone show: by how much to
 * raise its confidence.
 */
function trust(match: Match): number {
  if (match.fits < NOTHING) return 1;
  return (1 - (1 - match.fits) * DOUBT) / Math.max(match.fits, 0.01);
}

/** The same match with one answer in the lead. */
function lead({ barrier: _, ...match }: Match, id: AnswerId, confidence: number): Match {
  const own = match.candidates.find((candidate) => candidate.id === id);
  if (!own) return match;
  const rest = match.candidates
    .filter((candidate) => candidate !== own)
    .map(
      (candidate): RankedCandidate => ({
        ...candidate,
        confidence: Math.min(candidate.confidence, confidence),
      }),
    );
  return {
    ...match,
    fits: Math.max(match.fits, 1 - (1 - match.fits) * DOUBT),
    candidates: [{ ...own, confidence: Math.max(own.confidence, confidence) }, ...rest],
  };
}
