import type { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { Bot } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { pino } from 'pino';
import { createApp } from '../../src/app.ts';
import { createMetrics } from '../../src/operations/metrics.ts';
import { spareMemory } from '../../src/operations/spare-memory.ts';
import { createBot } from '../../src/telegram/create-bot.ts';
import { FLOOD_LIMITS } from '../../src/telegram/flood-gate.ts';

/* Started by `load.ts`, which bundles it; reads a LoadRun from standard input and writes LoadFigures. */

export interface LoadRun {
  readonly questions: readonly string[];
  /** So many of the questions are asked again and again; all of them are more than the bot remembers judgements of. */
  readonly common: number;
  readonly rounds: number;
  readonly updatesARound: number;
  readonly paced: number;
  readonly many: number;
}

export interface LoadFigures {
  /** Updates a second: the median of the rounds. */
  readonly inProcess: Speeds;
  readonly overHttp: Speeds;
  /** Milliseconds from the time at which a question should have come to the end of its handling. */
  readonly paced: { readonly median: number; readonly p99: number };
  readonly memory: readonly { readonly questions: number; readonly rss: number; readonly heap: number }[];
}

/** Updates a second. `fresh`: questions that were not asked lately; `again`: questions that were. */
export interface Speeds {
  readonly echo: number;
  readonly fresh: number;
  readonly again: number;
}

/** A prime larger than the number of questions, so that each is asked once before any is asked again. */
const STRIDE = 104_729;
const PEOPLE = 10_000;
const AT_ONCE = 64;
const PER_SECOND = 200;
const BOT = { id: 7_000_000_001, is_bot: true, first_name: 'x', username: 'x_bot' } as UserFromGetMe;
const ACCEPTED = { ok: true, result: { message_id: 1, date: 1, chat: { id: 1, type: 'private' } } };

type Handles = Pick<Bot, 'handleUpdate'>;

spareMemory();
const run: LoadRun = JSON.parse(await text(process.stdin));
let lastUpdate = 0;

function question(among = run.questions.length): Update {
  lastUpdate += 1;
  const id = 1_000 + ((lastUpdate * 7) % PEOPLE);
  const from = { id, is_bot: false, first_name: 'x' };
  const words =
    run.questions[((lastUpdate * STRIDE) % among) * Math.floor(run.questions.length / among)] ?? '';
  return {
    update_id: lastUpdate,
    message: {
      message_id: lastUpdate,
      date: 1,
      chat: { id, type: 'private', first_name: 'x' },
      from,
      text: words,
    },
  } as Update;
}

async function makeOurs(network: object): Promise<Handles> {
  const result = await createApp();
  if (!result.ok) throw new Error('There are problems in the knowledge.');
  const { assistant, observe } = result.app;
  const nothing = {
    contentVersion: () => '',
    receiving: () => undefined,
    backlog: async () => ({ waiting: 0, oldestAt: undefined }),
  };
  const metrics = createMetrics(nothing, '0');
  observe({ onHeard: metrics.question });
  return createBot(assistant, {
    token: '1:x',
    botInfo: BOT,
    logger: pino({ level: 'silent' }),
    observer: { onCall: metrics.call, onHandled: metrics.handled },
    flood: { limits: FLOOD_LIMITS },
    ...network,
  });
}

function makeEcho(client: object): Handles {
  const bot = new Bot('1:x', { botInfo: BOT, client });
  bot.on('message:text', (context) => context.reply(context.msg.text));
  return bot;
}

/** Updates a second, so many at a time. */
async function speed(bot: Handles, count: number, among?: number): Promise<number> {
  const started = performance.now();
  let left = count;
  const work = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await bot.handleUpdate(question(among));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return count / ((performance.now() - started) / 1_000);
}

const median = (values: readonly number[], share = 0.5): number =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;

/** All take turns, so that a busy machine is as busy for one as for the other. */
async function beside(echo: Handles, ours: Handles, count: number): Promise<Speeds> {
  const speeds = { echo: [] as number[], fresh: [] as number[], again: [] as number[] };
  await speed(ours, count);
  for (let round = 0; round < run.rounds; round += 1) {
    speeds.echo.push(await speed(echo, count));
    speeds.fresh.push(await speed(ours, count));
    await speed(ours, run.common, run.common);
    speeds.again.push(await speed(ours, count, run.common));
  }
  return { echo: median(speeds.echo), fresh: median(speeds.fresh), again: median(speeds.again) };
}

/** Questions come at a fixed pace, whether or not those before are done. */
async function pace(bot: Handles): Promise<LoadFigures['paced']> {
  const took: number[] = [];
  const started = performance.now();
  const under: Promise<void>[] = [];
  for (let i = 0; i < run.paced; i += 1) {
    const due = started + (i * 1_000) / PER_SECOND;
    const early = due - performance.now();
    if (early > 1) await sleep(early);
    const came = Math.max(due, performance.now() - 5);
    under.push(bot.handleUpdate(question()).then(() => void took.push(performance.now() - came)));
  }
  await Promise.all(under);
  return { median: median(took), p99: median(took, 0.99) };
}

/** A Bot API that accepts everything, in a thread of its own: the bot is what is measured. */
function startApi(): Promise<{ root: string; close: () => Promise<unknown> }> {
  const code = `(${serve.toString()})(require('node:http').createServer, require('node:worker_threads').parentPort, ${JSON.stringify(JSON.stringify(ACCEPTED))})`;
  const worker = new Worker(code, { eval: true });
  return new Promise((resolve) => {
    worker.once('message', (port: number) =>
      resolve({ root: `http://127.0.0.1:${port}`, close: () => worker.terminate() }),
    );
  });
}

function serve(
  create: typeof createServer,
  parent: { postMessage(port: number): void },
  accepted: string,
): void {
  const server = create((request, response) => {
    request
      .resume()
      .on('end', () => response.writeHead(200, { 'content-type': 'application/json' }).end(accepted));
  });
  server.keepAliveTimeout = 120_000;
  server.listen(0, '127.0.0.1', () => parent.postMessage((server.address() as AddressInfo).port));
}

async function watchMemory(bot: Handles): Promise<LoadFigures['memory']> {
  const memory: { questions: number; rss: number; heap: number }[] = [];
  const steps = 20;
  for (let step = 0; step <= steps; step += 1) {
    if (step > 0) await speed(bot, Math.ceil(run.many / steps));
    const { rss, heapUsed } = process.memoryUsage();
    memory.push({ questions: Math.ceil((run.many * step) / steps), rss, heap: heapUsed });
    process.stderr.write(`${memory.at(-1)?.questions} questions, ${(rss / 1e6).toFixed(0)} MB\n`);
  }
  return memory;
}

const fetch = async () => ({ json: async () => ACCEPTED });
const ours = await makeOurs({ fetch });
// First of all, while nothing else has been in this process.
const memory = await watchMemory(ours);
const paced = await pace(ours);
const inProcess = await beside(makeEcho({ fetch }), ours, run.updatesARound);
const api = await startApi();
const overHttp = await beside(
  makeEcho({ apiRoot: api.root }),
  await makeOurs({ apiRoot: api.root }),
  Math.ceil(run.updatesARound / 2),
);
await api.close();
const figures: LoadFigures = { inProcess, overHttp, paced, memory };
process.stdout.write(JSON.stringify(figures));
process.exit(0);
