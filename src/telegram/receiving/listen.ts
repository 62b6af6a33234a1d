import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { StartRefused } from '../start-refused.ts';

/** A whole request has to arrive within this time. */
const REQUEST_WITHIN_MS = 30_000;
const HEADERS_WITHIN_MS = 10_000;

const CLOSE_EVERY_MS = 50;
const CLOSE_WITHIN_MS = 11_000;

/** Where a program listens. */
export interface Listening {
  readonly port: number;
  /** Takes no new connections; resolves when the requests under way are answered, at the latest after 11 seconds. */
  close(): Promise<void>;
}

/**
 * Serves an app. Rejects with `StartRefused` when the port is taken or the address is not this machine's.
 *
 * @param fetch answers one request; Hono's `app.fetch` is one
 */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<Listening> {
  const answer = getRequestListener(async (request, env) => sayWhetherItCloses(await fetch(request), env), {
    errorHandler: () => new Response(null, { status: 500 }),
  });
  const server = createServer(
    { requestTimeout: REQUEST_WITHIN_MS, headersTimeout: HEADERS_WITHIN_MS },
    (request, response) => void answer(request, response),
  );
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new StartRefused(reasonOf(error), `${host}:${port}`);
  }
  return { port: (server.address() as AddressInfo).port, close: () => close(server) };
}

/**
 * A body that was refused unread ends the connection sooner or later. The client is told, or its next request would go
 * down with it.
 */
function sayWhetherItCloses(response: Response, env: object): Response {
  const incoming = 'incoming' in env ? (env.incoming as IncomingMessage) : undefined;
  if (incoming && !incoming.complete && response.status >= 400) response.headers.set('connection', 'close');
  return response;
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  const closed = once(server, 'close');
  server.close();
  // A connection that has just been answered would otherwise be kept for the next request.
  const tidy = setInterval(() => server.closeIdleConnections(), CLOSE_EVERY_MS);
  const late = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS);
  await closed;
  clearInterval(tidy);
  clearTimeout(late);
}

function reasonOf(error: unknown): 'port-taken' | 'no-such-host' {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE' || code === 'EACCES') return 'port-taken';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no-such-host';
  throw error;
}
