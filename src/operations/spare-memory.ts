import { setFlagsFromString } from 'node:v8';

/**
 * What V8 is told, each with what it does. By itself it lets the heap grow to many times of what is in use before it
 * looks: under full load half a gigabyte for a bot that needs a fifth of that.
 */
const FLAGS = [
  // Percent of what is in use by which the heap may grow before it is tidied.
  '--heap-growing-percent=20',
  // Moves what is left together when it tidies, so that half-empty pages are given back: 30 MB of 207.
  '--optimize-for-size',
];

/**
 * Has Node tidy its memory early and well. It costs no limit: what is needed is still given.
 *
 * The other half of it has to be said when Node is started, as `npm start` does: `--max-semi-space-size=8` halves the space
 * for new objects, and `--v8-pool-size=1` keeps helpers of the collector from holding memory of their own. Less space for
 * new objects halves the speed of answering what was asked before.
 */
export function spareMemory(): void {
  for (const flag of FLAGS) setFlagsFromString(flag);
}
