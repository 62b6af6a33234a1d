import { setFlagsFromString } from 'node:v8';

/** Percent of what is in use by which the heap may grow before it is tidied. */
const GROWTH = 20;

/**
 * Has Node tidy its memory early. By itself it lets the heap grow to many times of what is in use before it looks: under
 * full load half a gigabyte for a bot that needs a fifth of that. It costs no limit: what is needed is still given.
 *
 * The other half of it has to be said when Node is started, as `npm start` does: `--max-semi-space-size=8` halves the space
 * for new objects, and `--v8-pool-size=1` keeps helpers of the collector from holding memory of their own. Less space for
 * new objects halves the speed of answering what was asked before. So does `--optimize-for-size`, for 20 to 45 MB less; with it
 * 1 of 100 answers takes more than 20 ms.
 */
export function spareMemory(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}
