import { type Logger, pino } from 'pino';
import type { LogLevel } from '../config/config.ts';

/** Shorter ones would be found inside ordinary words. */
const SHORTEST = 6;

/**
 * The log: JSON lines on standard output. Nobody hands it a message text, a name or a secret; should a secret ever be in
 * a line all the same, such as in the words of a library's error, it is masked on the way out.
 *
 * @param secrets token, passwords and the like, as they are and as they stand in addresses
 */
export function createLogger(level: LogLevel, secrets: readonly string[] = []): Logger {
  const all = secrets.flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
  ]);
  const masked = [...new Set(all)].filter((secret) => secret.length >= SHORTEST);
  const streamWrite = (line: string): string =>
    masked.reduce((rest, secret) => (rest.includes(secret) ? rest.replaceAll(secret, '***') : rest), line);
  return pino({ level, hooks: masked.length > 0 ? { streamWrite } : {} });
}
