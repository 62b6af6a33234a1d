import { z } from 'zod';

/** The form of a JSON line of `ask --json`. In a file of its own, so that only such a line loads the library. */
export const askLineSchema = z.object({
  text: z.string(),
  conversation: z.string().optional(),
  chat: z.enum(['private', 'group']).default('private'),
});
