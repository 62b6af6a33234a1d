import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Heard } from '../answering/assistant.ts';
import type { UseFailure } from '../storage/observe-stores.ts';
import type { Call } from '../telegram/sending/observe-calls.ts';

/** Figures that change by themselves: asked for at each look. */
export interface Looks {
  /** Version of the content that is in use. */
  readonly contentVersion: () => string;
  /** Updates by what became of them, and how many are under way; undefined until updates are taken. */
  readonly receiving: () => ReceivingFigures | undefined;
  /** Updates that wait in the store, and since when (milliseconds since 1970); rejects while it cannot be asked. */
  readonly backlog: () => Promise<{ readonly waiting: number; readonly oldestAt: number | undefined }>;
}

/** As `ReceivingStatus` of `telegram/` has them. */
export interface ReceivingFigures {
  readonly state: string;
  readonly running: number;
  readonly waiting: number;
  readonly taken: number;
  readonly repeated: number;
  readonly handled: number;
  readonly givenUp: number;
}

/** What is counted. Nothing here takes a text, a name or an id of a person or chat. */
export interface Metrics {
  question(heard: Heard): void;
  triageFailed(): void;
  /** An update of a kind such as `message` was handled, in so many milliseconds. */
  handled(kind: string, milliseconds: number): void;
  call(call: Call): void;
  storeFailed(failure: UseFailure): void;
  /** Someone was over the limit: what became of the update. */
  limited(outcome: 'notice' | 'silence'): void;
  /** All figures in the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Seconds: from one question in memory to a call that waits for Telegram. */
const HANDLING = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const THINKING = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25];

/**
 * Counts in a registry of its own.
 *
 * @param version of the bot
 * @param process whether the figures of the process (memory, processor, event loop) are among them
 */
export function createMetrics(looks: Looks, version: string, { process = true } = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (process) collectDefaultMetrics({ register: registry });

  const questions = new Counter({
    name: 'faq_questions_total',
    help: 'Messages put to the assistant, by what was decided and where the reply is read.',
    labelNames: ['kind', 'surface'],
    registers,
  });
  const thinking = new Histogram({
    name: 'faq_thinking_seconds',
    help: 'Time from a text to a decision and a reply, without Telegram.',
    buckets: THINKING,
    registers,
  });
  const triage = new Counter({
    name: 'faq_triage_failures_total',
    help: 'Messages whose triage threw or took too long; they got the emergency text.',
    registers,
  });
  const handling = new Histogram({
    name: 'faq_handling_seconds',
    help: 'Time from taking an update out to the end of its handling, calls to Telegram included.',
    labelNames: ['kind'],
    buckets: HANDLING,
    registers,
  });
  const calls = new Counter({
    name: 'faq_api_calls_total',
    help: 'Calls to the Bot API by method and code; 0 is a connection that failed.',
    labelNames: ['method', 'code'],
    registers,
  });
  const calling = new Histogram({
    name: 'faq_api_seconds',
    help: 'Time until the Bot API answered, without requests for updates.',
    buckets: HANDLING,
    registers,
  });
  const storeFailures = new Counter({
    name: 'faq_store_failures_total',
    help: 'Uses of the store that failed, by what was tried and why.',
    labelNames: ['what', 'reason'],
    registers,
  });
  const limited = new Counter({
    name: 'faq_limited_total',
    help: 'Updates of people over their limit, by what they got.',
    labelNames: ['outcome'],
    registers,
  });
  addLooks(registers, looks, version);

  return {
    question({ kind, surface, milliseconds }) {
      questions.inc({ kind, surface });
      thinking.observe(milliseconds / 1_000);
    },
    triageFailed: () => triage.inc(),
    handled: (kind, milliseconds) => handling.observe({ kind }, milliseconds / 1_000),
    call({ method, code, milliseconds }) {
      calls.inc({ method, code: String(code) });
      if (method !== 'getUpdates') calling.observe(milliseconds / 1_000);
    },
    storeFailed: ({ what, reason }) => storeFailures.inc({ what, reason }),
    limited: (outcome) => limited.inc({ outcome }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function addLooks(registers: Registry[], looks: Looks, version: string): void {
  new Gauge({
    name: 'faq_build_info',
    help: 'Always 1; the labels say which bot runs on which Node.',
    labelNames: ['version', 'node'],
    registers,
  }).set({ version, node: process.version }, 1);
  new Gauge({
    name: 'faq_content_info',
    help: 'Always 1; the label is the version of the content in use.',
    labelNames: ['version'],
    registers,
    collect() {
      this.reset();
      this.set({ version: looks.contentVersion() }, 1);
    },
  });
  new Counter({
    name: 'faq_updates_total',
    help: 'Updates since the start, by what became of them.',
    labelNames: ['outcome'],
    registers,
    collect() {
      const now = looks.receiving();
      this.reset();
      if (!now) return;
      const { taken, repeated, handled, givenUp } = now;
      for (const [outcome, count] of Object.entries({ taken, repeated, handled, given_up: givenUp })) {
        this.inc({ outcome }, count);
      }
    },
  });
  new Gauge({
    name: 'faq_receiving_state',
    help: 'Always 1; the label says what the receiving of updates is doing.',
    labelNames: ['state'],
    registers,
    collect() {
      this.reset();
      this.set({ state: looks.receiving()?.state ?? 'starting' }, 1);
    },
  });
  new Gauge({
    name: 'faq_updates_running',
    help: 'Updates that are being handled now.',
    registers,
    collect() {
      this.set(looks.receiving()?.running ?? 0);
    },
  });
  new Gauge({
    name: 'faq_calls_waiting',
    help: 'Calls that wait because Telegram asks for a pause.',
    registers,
    collect() {
      this.set(looks.receiving()?.waiting ?? 0);
    },
  });
  addBacklog(registers, looks);
}

function addBacklog(registers: Registry[], looks: Looks): void {
  let asking: ReturnType<Looks['backlog']> | undefined;
  // Both figures of one look come from one question to the store.
  const ask = async (): ReturnType<Looks['backlog']> => {
    asking ??= looks.backlog().finally(() => {
      asking = undefined;
    });
    return asking;
  };
  const gauge = (name: string, help: string, read: (backlog: Awaited<ReturnType<typeof ask>>) => number) =>
    new Gauge({
      name,
      help: `${help} Absent while the store fails.`,
      registers,
      async collect() {
        try {
          this.set(read(await ask()));
        } catch {
          // Not the figure of an earlier look; the failure itself is counted where the store is observed.
          this.remove();
        }
      },
    });
  gauge('faq_inbox_waiting', 'Updates in the store that are not finished.', ({ waiting }) => waiting);
  gauge(
    'faq_inbox_oldest_seconds',
    'How long the oldest update has waited in the store.',
    ({ oldestAt = Number.POSITIVE_INFINITY }) => Math.max(0, Date.now() - oldestAt) / 1_000,
  );
}
