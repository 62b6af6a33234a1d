import { Hono } from 'hono';
import type { Logger } from 'pino';
import { type Listening, listen } from '../telegram/receiving/listen.ts';

export interface HttpOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Routes that are served from the start, such as those for watching. */
  readonly routes?: Hono;
  /** What is answered elsewhere until something is put there. */
  readonly otherwise: 404 | 503;
  readonly logger: Logger;
}

/** Where the program listens. */
export interface HttpServer extends Listening {
  /** Puts an app behind the routes. */
  mount(app: Hono): void;
}

/** Listens before anything else is begun, so that a port that is taken is known at once. Rejects with `StartRefused`. */
export async function serveHttp({ host, port, routes, otherwise, logger }: HttpOptions): Promise<HttpServer> {
  let inner: Hono | undefined;
  const app = new Hono();
  if (routes) app.route('/', routes);
  app.all('*', (context) => inner?.fetch(context.req.raw) ?? context.body(null, otherwise));
  const listening = await listen((request) => app.fetch(request), host, port);
  logger.info({ host, port: listening.port }, 'Listening.');
  return {
    ...listening,
    mount: (mounted) => {
      inner = mounted;
    },
  };
}
