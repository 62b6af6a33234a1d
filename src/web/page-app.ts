import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { streamSSE } from 'hono/streaming';
import type { Assistant } from '../answering/assistant.ts';
import type { Mind } from '../answering/mind.ts';
import { describeError } from '../telegram/describe-error.ts';
import { describeAnswer, listAnswers } from './describe-answers.ts';
import type { PageFile } from './page-files.ts';
import { readPageRequest } from './read-action.ts';
import { refuseForeign } from './refuse-foreign.ts';
import type { Session } from './session.ts';
import { createSessions } from './sessions.ts';
import type { Acted, Change, WireProblem } from './wire.ts';

/** Largest body that is read, in bytes: a message of 4096 characters takes at most 16 KiB. */
const LARGEST_BODY = 32 * 1024;
/** Milliseconds between signs of life on a quiet stream. */
const BEAT_MS = 20_000;

export interface PageOptions {
  readonly assistant: Assistant;
  readonly mind: () => Mind;
  /** What HOST holds. */
  readonly host: string;
  /** The built page, by path. */
  readonly files: ReadonlyMap<string, PageFile>;
  /** What `npm run check` says about the files as they are now. */
  readonly check: () => Promise<readonly WireProblem[]>;
  /** Told of faults of the program, without a word of any message. */
  readonly onFault: (described: unknown) => void;
}

/** The page and what it asks for. Nothing but this program is ever asked. */
export function createPageApp({ assistant, mind, host, files, check, onFault }: PageOptions): Hono {
  const sessions = createSessions(mind);
  const app = new Hono();
  app.use(
    refuseForeign(host),
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'none'"],
      },
      // Served in the clear on one's own computer: nothing to pin.
      strictTransportSecurity: false,
      referrerPolicy: 'no-referrer',
      xFrameOptions: 'DENY',
    }),
    bodyLimit({ maxSize: LARGEST_BODY, onError: (context) => context.json({ error: 'Too long.' }, 413) }),
    async (context, next) => {
      await next();
      context.header('Cache-Control', 'no-store');
    },
  );

  for (const [path, { type, body }] of files) {
    app.get(path, (context) => context.body(body, 200, { 'Content-Type': type }));
  }
  app.post('/api/sessions', async (context) => context.json((await sessions.open()).opening()));
  app.delete('/api/sessions/:id', (context) => {
    sessions.close(context.req.param('id'));
    return context.body(null, 204);
  });
  app.post('/api/sessions/:id/actions', async (context) => {
    const session = sessions.get(context.req.param('id'));
    return session ? act(context, session) : gone(context);
  });
  app.get('/api/sessions/:id/changes', (context) => {
    const session = sessions.get(context.req.param('id'));
    return session ? follow(context, session) : gone(context);
  });
  app.get('/api/sessions/:id/why/:number', (context) => {
    const why = sessions.get(context.req.param('id'))?.why(Number(context.req.param('number')));
    return why ? context.json(why) : gone(context);
  });
  app.get('/api/answers', (context) => {
    const { words = '', group = '', kind = '' } = context.req.query();
    return context.json(listAnswers(mind(), { words, group, kind }));
  });
  app.get('/api/answers/:id', (context) => {
    const answer = describeAnswer(mind(), assistant, context.req.param('id'));
    return answer ? context.json(answer) : gone(context);
  });
  app.get('/api/check', async (context) => context.json({ problems: await check() }));

  app.notFound(gone);
  app.onError((error, context) => {
    onFault(describeError(error));
    return context.json({ error: 'The program has a fault: it is described in the terminal.' }, 500);
  });
  return app;
}

function gone(context: Context): Response {
  return context.json({ error: 'There is no such thing here.' }, 404);
}

async function act(context: Context, session: Session): Promise<Response> {
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) {
    return context.json({ error: 'The body must be JSON.' }, 415);
  }
  let json: unknown;
  try {
    json = await context.req.json();
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return context.json({ error: 'The body is not valid JSON.' }, 400);
  }
  const request = readPageRequest(json);
  if ('error' in request) return context.json(request, 400);
  const done = await session.act(request.action);
  if (!done) return context.json({ error: 'That cannot be done any more. Start the chats anew.' }, 409);
  const acted: Acted = { changes: session.timeline.since(request.since), ...done };
  return context.json(acted);
}

/** What changes, as it happens: also what the bot does by itself later, such as taking a message away. */
function follow(context: Context, { timeline }: Session): Response {
  const since = Number(context.req.header('last-event-id') ?? context.req.query('since') ?? 0);
  return streamSSE(context, async (stream) => {
    const send = ({ seq, ...rest }: Change) =>
      stream.writeSSE({ id: String(seq), data: JSON.stringify({ seq, ...rest }) });
    let ended = (): void => {};
    const end = new Promise<void>((resolve) => {
      ended = resolve;
    });
    // One after the other: what is new must not overtake what came before.
    let last: Promise<unknown> = Promise.resolve();
    const queue = (change: Change): void => {
      last = last.then(() => send(change));
    };
    for (const change of timeline.since(Number.isSafeInteger(since) ? since : 0)) queue(change);
    const stop = timeline.follow(queue);
    const beat = setInterval(() => void stream.write(': \n\n'), BEAT_MS);
    stream.onAbort(ended);
    try {
      await end;
    } finally {
      clearInterval(beat);
      stop();
    }
  });
}
