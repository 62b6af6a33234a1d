import { z } from 'zod';
import type { StoreExport } from '../domain/curation-stores.ts';
import { type AnswerId, answerId } from '../domain/ids.ts';

export type ExportResult =
  | { readonly ok: true; readonly data: StoreExport }
  /** One sentence for each mistake. */
  | { readonly ok: false; readonly mistakes: readonly string[] };

const count = z.int().min(0);
const id = z.string().regex(/^[a-z0-9-]{1,64}$/);

const settings = z.strictObject({
  whoMayAsk: z.enum(['everyone', 'admins']).optional(),
  coolDownSeconds: count.optional(),
  removeNoAnswersAfterMinutes: count.optional(),
  alreadyAnsweredMinutes: count.optional(),
  helpline: z.string().max(64).nullable().optional(),
  tellAdmins: z.boolean().optional(),
  keepUnanswered: z.boolean().optional(),
});

const proposal = z.strictObject({
  id: z.string().regex(/^[\w-]{1,64}$/),
  kind: z.enum(['wording', 'not-covered']),
  answerId: id.transform((value): AnswerId => answerId(value)).optional(),
  texts: z.array(z.string().max(4096)).max(20),
  asked: count,
  at: count,
  done: z.strictObject({ outcome: z.enum(['accepted', 'rejected']), at: count }).optional(),
});

const head = {
  format: z.literal('faq-bot-store', { error: 'this is no export of this program' }),
  version: z.literal(1, { error: 'must be 1: the file comes from a newer version of this program' }),
};

const schema = z.strictObject({
  ...head,
  groups: z.array(z.strictObject({ chatId: z.int(), settings })),
  proposals: z.array(proposal),
});

/** Reads what `export` wrote and `JSON.stringify` made text of. Nothing is stored: the caller confirms first. */
export function readExport(json: string): ExportResult {
  let raw: unknown;
  try {
    raw = JSON.parse(json);
  } catch {
    return { ok: false, mistakes: ['The file is not JSON.'] };
  }
  const first = z.looseObject(head).safeParse(raw);
  if (!first.success) return { ok: false, mistakes: sentences(first.error).slice(0, 1) };
  const read = schema.safeParse(raw);
  if (!read.success) return { ok: false, mistakes: sentences(read.error) };
  const { groups, proposals, format, version } = read.data;
  const twice = [repeated(groups.map((g) => String(g.chatId))), repeated(proposals.map((p) => p.id))].flat();
  if (twice.length > 0) return { ok: false, mistakes: twice.map((key) => `${key} is there twice.`) };
  return {
    ok: true,
    data: {
      format,
      version,
      groups,
      proposals: proposals.map((one) => ({ ...one, answerId: one.answerId, done: one.done })),
    },
  };
}

function sentences(error: z.ZodError): readonly string[] {
  return error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`);
}

function repeated(keys: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return keys.filter((key) => seen.size === seen.add(key).size);
}
