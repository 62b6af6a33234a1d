import type { Payload } from '../../../src/stand-in/check-message.ts';
import { answersWhich, PER_CHAT, questionsOf } from './questions.ts';

/** A message as the Bot API took it. */
interface Copy {
  readonly at: number;
  /** Whether the bot can have heard that it was taken. */
  readonly heard: () => boolean;
  readonly text: string;
}

/** What came of a run. */
export interface Verdict {
  readonly asked: number;
  readonly answered: number;
  readonly unanswered: number;
  /** Copies beyond the first after a connection that was dropped when the message had arrived. */
  readonly extraAfterDrop: number;
  /** Copies beyond the first after a kill that fell between delivery and recording. */
  readonly extraAfterKill: number;
  /** Copies beyond the first that nothing excuses. */
  readonly extraUnexcused: number;
  /** Answers that came before the answer to an earlier question of their chat. */
  readonly outOfOrder: number;
  /** Messages that answer none of the questions, such as the notice that something went wrong. */
  readonly other: number;
}

/** Keeps account of every message that was delivered, and of every kill. */
export interface Ledger {
  delivered(payload: Payload, heard: () => boolean): void;
  /**
   * A bot was killed.
   *
   * @param from when it was told to go, in milliseconds since 1970
   * @param to when nothing that it had sent can arrive any more
   */
  killed(from: number, to: number): void;
  /** Questions with at least one answer. */
  readonly answered: number;
  /** What was left open, and the first words of messages to that chat that answer nothing. */
  open(chats: number): readonly string[];
  verdict(chats: number): Verdict;
}

/** @param chatOf the number of the chat with an id */
export function createLedger(chatOf: (id: number) => number): Ledger {
  const copies = new Map<string, Copy[]>();
  const kills: { readonly from: number; readonly to: number }[] = [];
  const others: { readonly chat: number; readonly text: string }[] = [];
  return {
    delivered(payload, heard) {
      const chat = chatOf(Number(payload['chat_id']));
      const question = answersWhich(String(payload['text']));
      if (question === undefined) {
        others.push({ chat, text: String(payload['text']).slice(0, 60) });
        return;
      }
      const key = `${chat} ${question}`;
      copies.set(key, [...(copies.get(key) ?? []), { at: Date.now(), heard, text: String(payload['text']) }]);
    },
    killed: (from, to) => void kills.push({ from, to }),
    get answered() {
      return copies.size;
    },
    open(chats) {
      const lines: string[] = [];
      for (let chat = 0; chat < chats; chat += 1) {
        const told = others.filter((other) => other.chat === chat).map(({ text }) => text);
        const open = questionsOf(chat).filter((question) => !copies.has(`${chat} ${question}`));
        if (open.length + told.length > 0)
          lines.push(`chat ${chat}: open ${open.join(' ')} told ${told.join(' | ')}`);
      }
      return lines;
    },
    verdict(chats) {
      const count = { answered: 0, unanswered: 0, extraAfterDrop: 0, extraAfterKill: 0, extraUnexcused: 0 };
      let outOfOrder = 0;
      for (let chat = 0; chat < chats; chat += 1) {
        let before = 0;
        for (const question of questionsOf(chat)) {
          const [first, ...more] = copies.get(`${chat} ${question}`) ?? [];
          if (!first) {
            count.unanswered += 1;
            continue;
          }
          count.answered += 1;
          if (first.at < before) outOfOrder += 1;
          before = first.at;
          let last = first;
          for (const copy of more) {
            if (kills.some(({ from, to }) => last.at <= to && copy.at >= from)) count.extraAfterKill += 1;
            else if (!last.heard()) count.extraAfterDrop += 1;
            else count.extraUnexcused += 1;
            last = copy;
          }
        }
      }
      return { asked: chats * PER_CHAT, ...count, outOfOrder, other: others.length };
    },
  };
}
