import { FAULTS, refuse } from '../../../src/stand-in/answers.ts';
import type { Payload } from '../../../src/stand-in/check-message.ts';
import type { Interference } from '../fake-bot-api.ts';

/** Numbers from 0 to 1 that are the same in each run with the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** How often each fault was put in. */
export type FaultCounts = Record<'429' | '500' | '502' | 'reset before' | 'reset after' | 'slow', number>;

/**
 * Puts in a fault at about every eighth message. A connection is not dropped twice in a row for one message: the bot
 * tries once more, and a third try could be a third copy.
 *
 * @param longPauses some 429 ask for 25 seconds
 */
export function createFaults(random: () => number, longPauses: boolean) {
  const counts: FaultCounts = { '429': 0, '500': 0, '502': 0, 'reset before': 0, 'reset after': 0, slow: 0 };
  const dropped = new Set<string>();
  const told = new Map<unknown, number>();

  const interfere = (method: string, payload: Payload): Interference | undefined => {
    if (method !== 'sendMessage') return undefined;
    const chat = payload['chat_id'];
    const message = `${chat} ${payload['text']}`;
    const draw = random();
    if (draw < 0.03) {
      counts['429'] += 1;
      const seconds = longPauses && draw < 0.001 ? 25 : 1 + Math.floor(random() * 3);
      told.set(chat, Date.now() + seconds * 1_000);
      return { do: 'answer', answer: FAULTS.tooMany(seconds) };
    }
    if (draw < 0.045) {
      counts['500'] += 1;
      return { do: 'answer', answer: refuse('Internal Server Error', 500) };
    }
    if (draw < 0.06) {
      counts['502'] += 1;
      return { do: 'answer', answer: FAULTS.badGateway };
    }
    if (draw < 0.09 && !dropped.has(message)) {
      dropped.add(message);
      const after = draw < 0.075;
      counts[after ? 'reset after' : 'reset before'] += 1;
      return { do: after ? 'reset-after' : 'reset-before' };
    }
    dropped.delete(message);
    if (draw < 0.13) {
      counts.slow += 1;
      return { do: 'delay', ms: 100 + random() * 1_400 };
    }
    return undefined;
  };

  return {
    counts,
    /** Calls that came while their chat was told to wait. */
    impatient: 0,
    interfere(this: { impatient: number }, method: string, payload: Payload) {
      const chat = payload['chat_id'];
      // A call may already have been on its way, and clocks are not exact to the millisecond.
      if (method === 'sendMessage' && (told.get(chat) ?? 0) > Date.now() + 20) this.impatient += 1;
      return interfere(method, payload);
    },
  };
}
