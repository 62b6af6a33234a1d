import { type Finding, ok, warning } from './finding.ts';

const WITHIN_MS = 5_000;
const NAME = 'running bot';

/** Asks the bot that may run at this address whether it is ready. */
export async function checkListening(host: string, port: number): Promise<Finding> {
  const address = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  try {
    const response = await fetch(
      `http://${address.includes(':') ? `[${address}]` : address}:${port}/readyz`,
      {
        signal: AbortSignal.timeout(WITHIN_MS),
      },
    );
    const { ready, checks }: { ready?: unknown; checks?: object } = JSON.parse(await response.text());
    if (ready === true) return ok(NAME, `one listens at ${host}:${port} and is ready.`);
    const missing = Object.entries(checks ?? {}).filter(([, result]) => result !== 'ok');
    const says = missing.map(([name, result]) => `${name} ${String(result)}`).join(', ');
    return warning(NAME, `one listens at ${host}:${port} and is not ready: ${says}.`, 'look into its log');
  } catch {
    return ok(NAME, `none answers at ${host}:${port}.`);
  }
}
