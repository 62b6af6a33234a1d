import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createPageApp, type PageOptions } from './page-app.ts';
import { readPageFiles } from './page-files.ts';

export interface ServeOptions extends Omit<PageOptions, 'files'> {
  readonly port: number;
  /** Where the built page lies. Absent: where `npm run build` puts it. */
  readonly folder?: string;
}

/** The page is open, or one sentence says why it is not. */
export type Served =
  | { readonly ok: true; readonly url: string; readonly close: () => Promise<void> }
  | { readonly ok: false; readonly mistake: string };

const REASONS: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_, port) => `PORT holds ${port}, which another program uses: set PORT to a free port.`,
  EACCES: (_, port) => `PORT holds ${port}, which this user may not open: set PORT to one above 1023.`,
  EADDRNOTAVAIL: (host) => `HOST holds ${JSON.stringify(host)}, which is no address of this computer.`,
  ENOTFOUND: (host) => `HOST holds ${JSON.stringify(host)}, which is not known as a host name here.`,
};

/** Opens the page on `host:port`. */
export async function servePage({ port, folder, ...options }: ServeOptions): Promise<Served> {
  const { host } = options;
  const files = readPageFiles(folder === undefined ? undefined : [folder]);
  if (!files) return { ok: false, mistake: 'The page is not built: run npm run build.' };
  const server = createAdaptorServer({ fetch: createPageApp({ ...options, files }).fetch }) as Server;
  try {
    await new Promise<void>((opened, failed) => {
      server.once('error', failed).listen(port, host, opened);
    });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const reason = REASONS[code];
    if (!reason) throw error;
    return { ok: false, mistake: reason(host, port) };
  }
  const { port: open } = server.address() as AddressInfo;
  return {
    ok: true,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${open}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
