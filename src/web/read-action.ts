import { z } from 'zod';
import { ROOMS } from './wire.ts';

/** Bot API: longest message of a person. */
const LONGEST_TEXT = 4096;
/** Bot API: longest words after the bot's name. */
const LONGEST_QUERY = 256;

const room = z.enum(ROOMS);
const as = z.string().max(20);
const key = z.string().max(80);
const text = z.string().min(1).max(LONGEST_TEXT);
const place = { room, as, topic: z.int().min(0).max(1000).optional(), replyTo: key.optional() };

const action = z.discriminatedUnion('do', [
  z.object({ do: z.literal('say'), ...place, text }),
  z.object({ do: z.literal('edit'), room, as, key, text }),
  z.object({ do: z.literal('press'), room, as, key, data: z.string().max(64) }),
  z.object({ do: z.literal('type'), room, as, query: z.string().max(LONGEST_QUERY) }),
  z.object({ do: z.literal('send-card'), ...place, card: z.string().max(80) }),
  z.object({ do: z.literal('rights'), room, admin: z.boolean() }),
]);

/** What a person does on the page. */
export type PageAction = z.infer<typeof action>;

const request = z.object({ since: z.int().min(0), action });
export type PageRequest = z.infer<typeof request>;

/** Reads what the page posts; a sentence that says what is wrong otherwise. */
export function readPageRequest(json: unknown): PageRequest | { readonly error: string } {
  const result = request.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return { error: `${issue?.path.join('.') || 'The body'}: ${issue?.message ?? 'wrong form'}` };
}
