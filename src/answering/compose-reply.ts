import { assertNever } from '../domain/assert-never.ts';
import type { Button, Buttons } from '../domain/button.ts';
import type { Answer, MedicalAnswer, Notice } from '../domain/curated.ts';
import type { Candidate, Decision } from '../domain/decision.ts';
import type { AnswerId } from '../domain/ids.ts';
import type { Content } from '../domain/knowledge.ts';
import { isNonEmpty } from '../domain/non-empty.ts';
import { isPublic, type Surface } from '../domain/question.ts';
import { Reply } from '../domain/reply.ts';
import { answersOf, choicesOf, medicalOf } from './choices.ts';
import { chooseCaveats } from './choose-caveats.ts';
import { composePublic } from './compose-public.ts';

/** Turns a decision into what is sent; undefined for silence. `below` are lines that go under it. */
export function composeReply(
  content: Content,
  decision: Decision,
  surface: Surface,
  below: readonly Notice[] = [],
): Reply | undefined {
  const { standing, notices } = content;
  if (decision.kind === 'silent') return undefined;
  if (isPublic(surface) || surface === 'ephemeral') return composePublic(content, decision, surface, below);
  switch (decision.kind) {
    case 'answer': {
      const answers = medicalOf(content, decision.ids);
      if (!isNonEmpty(answers))
        throw new Error(`No answer about the treatment among ${decision.ids.join(', ')}.`);
      const buttons = relatedButtons(content, answers);
      return Reply.answer(chooseCaveats(content, answers, surface), standing, { below, buttons });
    }
    case 'talk': {
      const answer = content.answers.get(decision.id);
      if (answer?.kind !== 'talk') throw new Error(`"${decision.id}" is no talk answer.`);
      return Reply.talk(answer, standing, { below, buttons: answerButtons(content, answer.related) });
    }
    case 'suggestions':
      return Reply.notice(notices[decision.asked ?? 'choose'], standing, {
        below,
        ...choicesOf(content, idsOf(decision.candidates)),
      });
    case 'unknown': {
      const notice = notices[decision.reason === 'nothing-fits' ? 'unknown' : decision.reason];
      const theirs = decision.language === undefined ? undefined : content.languages.get(decision.language);
      const buttons = [[topicsButton(content)]];
      return theirs
        ? Reply.notice(theirs, standing, { below: [notice, ...below], buttons })
        : Reply.notice(notice, standing, { below, buttons });
    }
    case 'safety': {
      const [first] = decision.classes;
      // An emergency text says one thing. An offer beside it, or beside a crisis text, is a button and no more.
      const quiet = first === 'medical-emergency' || first === 'crisis';
      const offer = quiet
        ? { buttons: quietButtons(content, decision.offer) }
        : choicesOf(content, idsOf(decision.offer));
      const lines = offer.choices ? [notices.offer, ...below] : below;
      return Reply.safety(content.safety[first], decision.form, standing, { ...offer, below: lines });
    }
    default:
      return assertNever(decision);
  }
}

/** "Answer my question": the caption does not name the treatment, so that the text above stays as short as it is. */
function quietButtons(content: Content, offer: readonly Candidate[]): Buttons {
  const label = content.labels['answer-my-question'];
  return offer.map(({ id }) => [{ label, action: { do: 'answer', id } }]);
}

function idsOf(candidates: readonly Candidate[]): readonly AnswerId[] {
  return candidates.map(({ id }) => id);
}

function relatedButtons(content: Content, answers: readonly MedicalAnswer[]): Buttons {
  const shown = new Set(answers.map(({ id }) => id));
  const related = new Set(answers.flatMap((answer) => answer.related).filter((id) => !shown.has(id)));
  return [...answerButtons(content, [...related].slice(0, 3)), [topicsButton(content)]];
}

export function answerButtons(content: Content, ids: readonly AnswerId[]): Buttons {
  return answersOf(content, ids).map((answer) => [answerButton(answer)]);
}

export function topicsButton(content: Content): Button {
  return { label: content.labels['all-topics'], action: { do: 'topics' } };
}

function answerButton(answer: Answer): Button {
  return { label: answer.label, action: { do: 'answer', id: answer.id } };
}
