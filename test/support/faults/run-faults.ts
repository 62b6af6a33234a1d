import { setTimeout as sleep } from 'node:timers/promises';
import { createPerson } from '../../../src/stand-in/person.ts';
import { type FakeBotApi, startFakeBotApi } from '../fake-bot-api.ts';
import { FROM_SOURCES, type StartedBot, startBot } from '../start-bot.ts';
import { createFaults, createRandom, type FaultCounts } from './interfere.ts';
import { createLedger, type Verdict } from './ledger.ts';
import { createPoster } from './post-updates.ts';
import { PER_CHAT, questionsOf } from './questions.ts';

export interface FaultRun {
  /** Rounded up to whole chats of five questions. */
  readonly questions: number;
  /** SIGKILLs, evenly spread over the answers. */
  readonly kills: number;
  /** 0: one bot that polls. Else so many behind a webhook. */
  readonly replicas: number;
  readonly databaseUrl: string;
  /** Updates that come in a second. */
  readonly perSecond: number;
  /** Whether some chats are told to wait for 25 seconds. */
  readonly longPauses: boolean;
  /** Milliseconds without an answer after which the run is given up. */
  readonly patience: number;
  readonly seed?: number;
  /** What is run; the bot from its sources by default. */
  readonly program?: readonly string[];
  /** Hears how far it has come. */
  readonly onProgress?: (answered: number, kills: number) => void;
}

export interface FaultFigures extends Verdict {
  readonly faults: FaultCounts;
  readonly duplicates: number;
  readonly impatient: number;
  readonly violations: number;
  readonly kills: number;
  /** Milliseconds from each kill to the next answer, sorted. */
  readonly pauses: readonly number[];
  readonly seconds: number;
  /** Lines of the log at level warn or above, by message. */
  readonly errors: Readonly<Record<string, number>>;
}

const SECRET = 'fault-run-secret';
const FIRST_CHAT = 1_000_000;
const HOOK = '/hook';
const WHOLE_RUN_MS = 3_600_000;
/** What a killed bot had sent may still be read by the fake for so long. */
const STRAGGLERS_MS = 300;

/** Puts questions to real bots over HTTP while connections break and processes die, and keeps account. */
export async function runFaults(run: FaultRun): Promise<FaultFigures> {
  const { replicas, kills, perSecond, patience, program = FROM_SOURCES, onProgress } = run;
  const random = createRandom(run.seed ?? 1);
  const chats = Math.ceil(run.questions / PER_CHAT);
  const faults = createFaults(random, run.longPauses);
  const ledger = createLedger((id) => id - FIRST_CHAT);
  let redelivered = 0;
  const fake = await startFakeBotApi(WHOLE_RUN_MS, {
    interfere: (method, payload) => faults.interfere(method, payload),
    onDone: (method, payload, heard) => {
      if (method === 'sendMessage') ledger.delivered(payload, heard);
    },
    redeliver: () => {
      const again = random() < 0.1;
      if (again) redelivered += 1;
      return again;
    },
  });
  const bots = await Promise.all(
    Array.from({ length: Math.max(1, replicas) }, (_, i) => createKeeper(fake, run, program, i)),
  );
  const poster = createPoster(
    () => bots.flatMap((bot) => bot.address() ?? []),
    SECRET,
    () => random() < 0.05,
  );
  const started = Date.now();
  const pauses: number[] = [];
  let killed = 0;
  let asked = 0;

  const ask = async (): Promise<void> => {
    const people = Array.from({ length: chats }, (_, i) => createPerson(fake.api, { id: FIRST_CHAT + i }));
    for (let n = 0; n < chats * PER_CHAT; n += 1) {
      // Twenty chats take turns.
      const block = Math.floor(n / (PER_CHAT * 20)) * 20;
      const size = Math.min(20, chats - block);
      const chat = block + ((n - block * PER_CHAT) % size);
      const question = questionsOf(chat)[Math.floor((n - block * PER_CHAT) / size)];
      const update = people[chat]?.says(question ?? '');
      if (!update) continue;
      if (replicas > 0) poster.push(update, chat);
      else fake.push(update);
      asked += 1;
      const early = started + (asked * 1_000) / perSecond - Date.now();
      if (early > 0) await sleep(early);
    }
  };

  const kill = async (): Promise<void> => {
    for (let n = 1; n <= kills; n += 1) {
      const at = Math.floor((n * chats * PER_CHAT) / (kills + 1));
      await fake.until(() => ledger.answered >= at);
      const before = ledger.answered;
      const since = Date.now();
      await bots[n % bots.length]?.kill();
      ledger.killed(since, Date.now() + STRAGGLERS_MS);
      killed = n;
      await fake.until(() => ledger.answered > before + (replicas > 0 ? 0 : 3));
      pauses.push(Date.now() - since);
      onProgress?.(ledger.answered, n);
    }
  };

  /** Rejects when nothing more is answered. */
  const watch = async (): Promise<void> => {
    let [before, since] = [0, Date.now()];
    while (ledger.answered < chats * PER_CHAT) {
      await sleep(1_000);
      if (ledger.answered > before) [before, since] = [ledger.answered, Date.now()];
      else if (Date.now() - since > patience) throw new Error('Nothing more was answered.');
    }
  };

  try {
    const all = Promise.all([ask(), kill()]);
    await Promise.race([watch(), all.then(watch)]);
    // What is still under way may be a copy too many.
    await sleep(3_000);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : ''}\n`);
  }
  for (const line of ledger.open(chats)) process.stderr.write(`${line}\n`);
  poster.close();
  const seconds = (Date.now() - started) / 1_000;
  await Promise.all(bots.map((bot) => bot.end()));
  await fake.close();
  return {
    ...ledger.verdict(chats),
    faults: faults.counts,
    duplicates: redelivered + poster.duplicates + poster.repeated,
    impatient: faults.impatient,
    violations: fake.api.violations.length,
    kills: killed,
    pauses: pauses.sort((a, b) => a - b),
    seconds,
    errors: countErrors(bots.flatMap((bot) => bot.logs())),
  };
}

/** What the law of the run is; each sentence that is broken. */
export function brokenLaws(figures: FaultFigures): readonly string[] {
  const laws: [boolean, string][] = [
    [figures.unanswered > 0, `${figures.unanswered} questions were not answered`],
    [figures.extraUnexcused > 0, `${figures.extraUnexcused} answers came twice without an excuse`],
    [figures.outOfOrder > 0, `${figures.outOfOrder} answers came out of order`],
    [figures.other > 0, `${figures.other} messages answer no question`],
    [figures.impatient > 0, `${figures.impatient} calls came while their chat was told to wait`],
    [figures.violations > 0, `${figures.violations} calls broke a rule of the Bot API`],
  ];
  return laws.filter(([broken]) => broken).map(([, sentence]) => sentence);
}

/** Keeps one bot running: whenever it is killed, another takes its place. */
async function createKeeper(fake: FakeBotApi, run: FaultRun, program: readonly string[], _index: number) {
  const logs: StartedBot[] = [];
  let bot: StartedBot;
  let url: string | undefined;
  const start = async (): Promise<void> => {
    bot = startBot(
      {
        TELEGRAM_API_ROOT: fake.url,
        DATABASE_URL: run.databaseUrl,
        ...(run.replicas > 0
          ? { BOT_MODE: 'webhook', WEBHOOK_URL: `${fake.url}${HOOK}`, WEBHOOK_SECRET: SECRET, PORT: '0' }
          : {}),
      },
      program,
    );
    logs.push(bot);
    if (run.replicas === 0) return;
    const { port } = await bot.logged('Listening.');
    await bot.logged('The bot is answering.');
    url = `http://127.0.0.1:${port}${HOOK}`;
  };
  await start();
  return {
    address: () => url,
    logs: () => logs.flatMap((each) => each.log()),
    /** SIGKILL; the next one is started at once. */
    async kill(): Promise<void> {
      url = undefined;
      bot.child.kill('SIGKILL');
      await bot.ended;
      void start();
    },
    async end(): Promise<void> {
      url = undefined;
      bot.child.kill('SIGTERM');
      const late = setTimeout(() => bot.child.kill('SIGKILL'), 15_000);
      await bot.ended;
      clearTimeout(late);
    },
  };
}

function countErrors(lines: readonly Readonly<Record<string, unknown>>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { level, msg } of lines) {
    if (Number(level) >= 40) counts[String(msg)] = (counts[String(msg)] ?? 0) + 1;
  }
  return counts;
}
