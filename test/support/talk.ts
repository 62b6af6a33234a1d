import { type Assistant, createAssistant } from '../../src/answering/assistant.ts';
import type { Mind } from '../../src/answering/mind.ts';
import type { Outcome } from '../../src/answering/respond.ts';
import type { Surface } from '../../src/domain/question.ts';
import { plainText } from '../../src/rendering/plain-text.ts';
import { shippedApp } from './shipped.ts';

/** One person talking to the shipped bot, with a clock that the test moves. */
export interface Talk {
  readonly assistant: Assistant;
  ask(text: string): Outcome;
  /** The reply's words; empty for silence. */
  text(text: string): string;
  pass(milliseconds: number): void;
  readonly failures: unknown[];
}

export function startTalk(surface: Surface = 'private', change: Partial<Mind> = {}): Talk {
  let time = 1_800_000_000_000;
  const failures: unknown[] = [];
  const mind: Mind = { ...shippedApp().mind(), ...change };
  const clock = {
    now: () => time,
    elapsed: () => time,
  };
  const assistant = createAssistant(() => mind, { clock, onTriageFailure: (error) => failures.push(error) });
  const ask = (text: string): Outcome =>
    assistant.ask({ text, surface, addressed: true, conversation: 'one' });
  return {
    assistant,
    ask,
    text: (text) => {
      const { reply } = ask(text);
      return reply ? plainText(reply) : '';
    },
    pass: (milliseconds) => {
      time += milliseconds;
    },
    failures,
  };
}
