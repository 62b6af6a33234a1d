import { assertNever } from '../domain/assert-never.ts';
import type { Button, Buttons } from '../domain/button.ts';
import type { Notice } from '../domain/curated.ts';
import type { Decision } from '../domain/decision.ts';
import { type AnswerId, isSafetyClass, type NoticeId } from '../domain/ids.ts';
import type { Content } from '../domain/knowledge.ts';
import { isNonEmpty } from '../domain/non-empty.ts';
import { type Surface, WHISPER_CHARACTERS } from '../domain/question.ts';
import { Reply } from '../domain/reply.ts';
import { blockText } from '../domain/rich-text.ts';
import { answersOf, choicesOf, medicalOf } from './choices.ts';
import { chooseCaveats } from './choose-caveats.ts';

/**
 * Turns a decision into what is sent where others read along, or where a group stands around: short forms, and doors
 * into the private chat in place of buttons that would make the bot talk on.
 */
export function composePublic(
  content: Content,
  decision: Exclude<Decision, { kind: 'silent' }>,
  surface: Surface,
  below: readonly Notice[],
): Reply {
  const { standing, notices } = content;
  switch (decision.kind) {
    case 'answer': {
      const answers = medicalOf(content, decision.ids);
      if (!isNonEmpty(answers))
        throw new Error(`No answer about the treatment among ${decision.ids.join(', ')}.`);
      const [{ id }] = answers;
      const buttons = [...showButton(content, surface, id), [moreButton(content, id)]];
      return Reply.answer(chooseCaveats(content, answers, surface), standing, { below, buttons });
    }
    case 'talk': {
      const answer = content.answers.get(decision.id);
      if (answer?.kind !== 'talk') throw new Error(`"${decision.id}" is no talk answer.`);
      const reply = Reply.talk(answer, standing, { below, buttons: [[moreButton(content, answer.id)]] });
      // Answers have a short form; talk about the bot has none.
      if (surface !== 'ephemeral' || lengthOf(reply) <= WHISPER_CHARACTERS) return reply;
      return Reply.notice(notices['go-private'], standing, {
        below,
        buttons: [[privateButton(content, answer.id)]],
      });
    }
    case 'suggestions': {
      const ids = decision.candidates.map(({ id }) => id);
      // A press in a group that the bot has not joined has no chat to act in: only doors work there.
      const choices =
        surface === 'ephemeral'
          ? choicesOf(content, ids)
          : choicesOf(content, ids, (id) => ({ do: 'private', id }), false);
      const asked = surface === 'ephemeral' ? 'choose-tap' : 'choose-in-private';
      return Reply.notice(notices[decision.asked ?? asked], standing, { below, ...choices });
    }
    case 'unknown': {
      const notice = notices[unknownNotice(decision.reason)];
      const theirs = decision.language === undefined ? undefined : content.languages.get(decision.language);
      const buttons = [[privateButton(content, 'topics')]];
      return theirs
        ? Reply.notice(theirs, standing, { below: [notice, ...below], buttons })
        : Reply.notice(notice, standing, { below, buttons });
    }
    case 'safety': {
      const [first] = decision.classes;
      const label = content.labels['answer-my-question'];
      const offer = decision.offer.map(({ id }): Button[] => [{ label, action: { do: 'private', id } }]);
      const talk: Buttons = first === 'crisis' ? [[privateButton(content, first)]] : [];
      const buttons = [...talk, ...offer];
      return Reply.safety(content.safety[first], decision.form, standing, { below, buttons });
    }
    default:
      return assertNever(decision);
  }
}

function lengthOf({ blocks }: Reply): number {
  return blocks.map(blockText).join('\n\n').length;
}

function unknownNotice(reason: (Decision & { kind: 'unknown' })['reason']): NoticeId {
  return reason === 'nothing-fits' ? 'unknown-group' : reason;
}

function showButton(content: Content, surface: Surface, id: AnswerId): Buttons {
  return surface === 'ephemeral'
    ? [[{ label: content.labels['show-group'], action: { do: 'show', id } }]]
    : [];
}

/** Opens the same answer in full, in private. */
export function moreButton({ labels }: Content, id: AnswerId): Button {
  return { label: labels['more-in-private'], action: { do: 'private', id } };
}

/** Opens the private chat at an answer, a page or a safety text. */
export function privateButton({ labels }: Content, id: string): Button {
  const label = isSafetyClass(id) ? labels['write-in-private'] : labels['ask-in-private'];
  return { label, action: { do: 'private', id } };
}

/** Candidates with buttons for one person to press; `ticket` says whose and what for. */
export function showCandidates(content: Content, ids: readonly AnswerId[], ticket: string): Reply {
  const places = new Map(answersOf(content, ids).map(({ id }, i) => [id, i + 1]));
  const choices = choicesOf(content, ids, (id) => ({ do: 'pick', ticket, place: places.get(id) ?? 0 }), {
    do: 'pick',
    ticket,
    place: 0,
  });
  return Reply.notice(content.notices['choose-tap'], content.standing, choices);
}
