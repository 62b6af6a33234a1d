import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '::1'];
const EVERYWHERE: readonly string[] = ['0.0.0.0', '::'];

/**
 * Refuses requests that another page makes this browser send (status 403): those for a host name that is not ours, as
 * in DNS rebinding, and those that come from a page of another origin. Served on every interface (`0.0.0.0`, `::`), any
 * literal address is ours: no other site can have that name.
 *
 * @param host what HOST holds; the names of this computer are taken as well
 */
export function refuseForeign(host: string): MiddlewareHandler {
  const isOurs = (name: string): boolean =>
    LOOPBACK.includes(name) || name === host.toLowerCase() || (EVERYWHERE.includes(host) && isIP(name) !== 0);
  return async (context, next) => {
    const asked = context.req.header('host') ?? '';
    const name = hostName(asked);
    if (name === undefined || !isOurs(name)) return context.json({ error: 'This host is not served.' }, 403);
    const origin = context.req.header('origin');
    if (origin !== undefined && origin !== `http://${asked}` && origin !== `https://${asked}`) {
      return context.json({ error: 'Only the page itself may ask.' }, 403);
    }
    return next();
  };
}

/** The name in a Host header, without its port. Undefined for what is no host. */
function hostName(header: string): string | undefined {
  const found = /^(?:\[([0-9a-f:.]+)\]|([\w.-]+))(?::\d{1,5})?$/i.exec(header);
  return (found?.[1] ?? found?.[2])?.toLowerCase();
}
