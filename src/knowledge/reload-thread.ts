import { parentPort, workerData } from 'node:worker_threads';
import { readTrained } from './read-trained.ts';

// What a thread of `loadAside` runs: files in, everything trained out.
parentPort?.postMessage(readTrained(...(workerData as Parameters<typeof readTrained>)));
