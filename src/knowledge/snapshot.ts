import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { Deserializer, Serializer } from 'node:v8';
import type { Model } from '../matching/model.ts';
import type { PreparedTriage } from '../safety/triage.ts';
import type { CheckedFiles } from './read-knowledge.ts';

/*
 * What `npm run build` leaves for a fast start: the files of `content/` and `intents/` read, checked and trained. It is
 * used only while the files are the same to the byte and the code that made it is the same; else everything is read,
 * checked and trained anew, with the same result.
 */
export interface Snapshot {
  /** Fingerprint of the files it was made from. */
  readonly files: string;
  /** Fingerprint of the code that made it, and the version of Node. */
  readonly maker: string;
  readonly checked: CheckedFiles;
  readonly model: Model;
  /** What each model was trained on: see `recall-model.ts`. */
  readonly learnt: { readonly model: string; readonly riskModel: string };
  /** The rules of `checked.safety`, prepared. */
  readonly triage: PreparedTriage;
  /** Absent when there are no wordings of the safety classes. */
  readonly riskModel: Model | undefined;
}

/** Where a snapshot lies, and the code that makes it. */
export interface SnapshotPlace extends Pick<Snapshot, 'maker'> {
  readonly path: string;
  /** Fingerprint of that part of the code that trains, and the version of Node. */
  readonly trainer: string;
}

const FORMAT = 'knowledge-snapshot-4';

/** Reads the snapshot if it was made from just these files by just this code. */
export function readSnapshot(path: string, wanted: Pick<Snapshot, 'files' | 'maker'>): Snapshot | undefined {
  return readAfter(path, `${FORMAT} ${wanted.files} ${wanted.maker}\n`);
}

/** Reads the snapshot whatever it was made from: for what can be used again. */
export function readAnySnapshot(path: string): Snapshot | undefined {
  return readAfter(path, `${FORMAT} `);
}

function readAfter(path: string, header: string): Snapshot | undefined {
  if (!existsSync(path)) return undefined;
  const bytes = readFileSync(path);
  if (bytes.subarray(0, header.length).toString('latin1') !== header) return undefined;
  // Not `deserialize`: its numbers are views of the whole file, texts and all, which then stays in memory.
  const reader = new Deserializer(bytes.subarray(bytes.indexOf('\n') + 1));
  reader.readHeader();
  return reader.readValue() as Snapshot;
}

/** Writes the snapshot in one step: a program that starts meanwhile reads the old one or the new one. */
export function writeSnapshot(path: string, snapshot: Snapshot): void {
  const header = `${FORMAT} ${snapshot.files} ${snapshot.maker}\n`;
  const aside = `${path}.${process.pid}`;
  const writer = new Serializer();
  writer.writeHeader();
  writer.writeValue(snapshot);
  writeFileSync(aside, Buffer.concat([Buffer.from(header, 'latin1'), writer.releaseBuffer()]));
  renameSync(aside, path);
}
