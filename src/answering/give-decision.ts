import type { Decision } from '../domain/decision.ts';
import type { AnswerId } from '../domain/ids.ts';
import { isNonEmpty } from '../domain/non-empty.ts';
import { isPublic } from '../domain/question.ts';
import { Reply } from '../domain/reply.ts';
import { answerCourtesy } from './answer-courtesy.ts';
import { composeReply } from './compose-reply.ts';
import { recently } from './conversation.ts';
import type { Given, Turn } from './turn.ts';

/** Gives what was decided. While a self-administration text is fresh, no answer that names an amount is given. */
export function giveDecision(turn: Turn, decided: Decision): Given {
  const { mind, surface, before, below, now } = turn;
  const { content } = mind;
  const decision = recently(before, 'self-administration', now) ? withoutDose(turn, decided) : decided;
  const reply = answerCourtesy(turn, decision) ?? composeReply(content, decision, surface, below);
  const last = decision.kind === 'answer' ? decision.ids[0] : before.last;
  const choices =
    decision.kind === 'suggestions'
      ? decision.candidates.map(({ id }) => id)
      : (reply?.buttons ?? []).flat().flatMap(({ action }) => (action.do === 'answer' ? [action.id] : []));
  const choosing = decision.kind === 'suggestions';
  const { safety, own } = before;
  const conversation = { last, choices, choosing, safety, own, at: now };
  return { decision, reply, conversation };
}

/** Opens an answer by its id: a tapped button, a deep link, a number from a list. The same caveats go with it. */
export function giveAnswer(turn: Turn, id: AnswerId): Given {
  const talk = turn.mind.content.answers.get(id)?.kind === 'talk';
  return giveDecision(
    turn,
    talk ? { kind: 'talk', id, confidence: 1 } : { kind: 'answer', ids: [id], confidence: 1 },
  );
}

/** "None of these." */
export function giveNone({ mind: { content }, before, below, now }: Turn): Given {
  return {
    decision: { kind: 'unknown', reason: 'nothing-fits', confidence: 1 },
    reply: Reply.notice(content.notices['none-chosen'], content.standing, { below }),
    conversation: { ...before, choices: [], choosing: false, at: now },
  };
}

/** The open choice once more, for a number that is not in it. What was offered stays as it was. */
export function giveChoicesAgain(turn: Turn): Given {
  const { before, now } = turn;
  const candidates = before.choices.map((id) => ({ id, confidence: 0 }));
  if (!isNonEmpty(candidates)) return giveNone(turn);
  const decision: Decision = { kind: 'suggestions', candidates, confidence: 0, asked: 'no-such-number' };
  const { mind, surface, below } = turn;
  const reply = composeReply(mind.content, decision, surface, below);
  return { decision, reply, conversation: { ...before, at: now } };
}

function withoutDose({ mind: { content }, surface }: Turn, decision: Decision): Decision {
  const namesDose = (id: AnswerId): boolean => {
    const answer = content.answers.get(id);
    return answer !== undefined && answer.kind !== 'talk' && answer.namesDose;
  };
  if (decision.kind === 'answer' && decision.ids.some(namesDose)) {
    const form = isPublic(surface) ? 'public' : 'repeat';
    return { kind: 'safety', classes: ['self-administration'], form, rules: ['dose-withheld'], offer: [] };
  }
  if (decision.kind !== 'suggestions') return decision;
  const candidates = decision.candidates.filter(({ id }) => !namesDose(id));
  return isNonEmpty(candidates)
    ? { ...decision, candidates }
    : { kind: 'unknown', reason: 'nothing-fits', confidence: decision.confidence };
}
