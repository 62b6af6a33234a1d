import { mkdir, open } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Kysely } from 'kysely';
import { EmbeddedFile } from './embedded-file.ts';
import { LibsqlDialect } from './libsql-dialect.ts';
import type { Tables } from './tables.ts';

/** Opens or creates the file of a `file:` URL, with its folder. What is created can be read by this user only. */
export async function openEmbedded(url: string): Promise<Kysely<Tables>> {
  const path = filePath(url);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await (await open(path, 'a', 0o600)).close();
  return new Kysely<Tables>({ dialect: new LibsqlDialect(new EmbeddedFile(pathToFileURL(path).href)) });
}

/** The path in `file:data/bot.db`, `file:./data/bot.db`, `file:/data/bot.db` or `file:///data/bot.db`. */
export function filePath(url: string): string {
  const path = url.replace(/^file:/i, '').replace(/^\/\/(localhost)?(?=\/)/i, '');
  return resolve(decode(path));
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
