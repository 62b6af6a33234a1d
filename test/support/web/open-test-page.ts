import { type Served, servePage } from '../../../src/web/serve-page.ts';
import type { WireProblem } from '../../../src/web/wire.ts';
import { shippedApp } from '../shipped.ts';

/** Serves the page with the shipped knowledge on a free port of this computer. */
export async function openTestPage(
  folder: string,
  options: {
    readonly host?: string;
    readonly problems?: readonly WireProblem[];
    readonly faults?: unknown[];
  } = {},
): Promise<Extract<Served, { ok: true }>> {
  const { assistant, mind } = shippedApp();
  const served = await servePage({
    assistant,
    mind,
    host: options.host ?? '127.0.0.1',
    port: 0,
    folder,
    check: async () => options.problems ?? [],
    onFault: (fault) => options.faults?.push(fault),
  });
  if (!served.ok) throw new Error(served.mistake);
  return served;
}
