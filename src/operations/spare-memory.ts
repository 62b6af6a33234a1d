import { setFlagsFromString } from 'node:v8';

/** Percent of what is in use by which the heap may grow before it is tidied. */
const GROWTH = 20;

/**
 * Has Node tidy its memory early. By itself it lets the heap grow to many times of what is in use before it looks: under
 * full load half a gigabyte for a bot that needs a fifth of that. It costs no limit: what is needed is still given.
 *
 * The other half of it has to be said when Node is started, as `npm start` does: `--max-semi-space-size=4` keeps the space
 * for new objects small, and `--v8-pool-size=1` keeps helpers of the collector from holding memory of their own. Together
 * that saves 30 MB. Under full load it costs about a seventh of the speed; a bot that Telegram lets send 30 messages a
 * second is never there.
 */
export function spareMemory(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
