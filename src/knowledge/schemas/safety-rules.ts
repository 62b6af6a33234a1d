import { z } from 'zod';
import { SAFETY_CLASSES } from '../../domain/ids.ts';

const list = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  )
  .refine((items) => items.length > 0, 'Write at least one word, with commas between them.');

const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'Use lower-case words with hyphens.');

const pattern = z.union([
  z.string().min(1),
  z.strictObject({
    near: z.array(z.string().min(1)).min(2),
    within: z.int().min(1).max(60),
    across: z.boolean().default(false),
  }),
]);

const scope = z
  .string()
  .regex(/^(?:touch|(?:before|clause|sentence) \d{1,2})$/, 'Write touch, before 6, clause 8 or sentence 12.')
  .transform((text) => {
    const [kind, reach] = text.split(' ');
    return { kind: kind as 'touch' | 'before' | 'clause' | 'sentence', reach: Number(reach ?? 0) };
  });

const context = z.strictObject({
  name,
  scope,
  when: z.array(pattern).min(1),
  unless: z.array(z.string()).default([]),
});

const rule = z.strictObject({
  name,
  when: z.array(pattern).min(1),
  unless: z.array(z.string()).default([]),
  who: z.enum(['self', 'other', 'auto']).default('auto'),
  explicit: z.boolean().default(true),
  matches: z.array(z.string()).min(1, 'Write at least one message that the rule must find.'),
  not: z.array(z.string()).default([]),
});

/** One file of `intents/safety/`. Any of the parts may stand in any file; the loader puts them together. */
export const safetyFileSchema = z.strictObject({
  sets: z.record(name, list).default({}),
  /** The word or words meant, and how they are written. */
  'read-as': z.record(z.string(), list).default({}),
  /** A word, and which others it may sound like. */
  'or-read-as': z.record(z.string(), list).default({}),
  emoji: z.record(z.string(), z.string()).default({}),
  drop: list.optional(),
  turns: list.optional(),
  common: list.optional(),
  ordinary: list.optional(),
  contexts: z.array(context).default([]),
  forwarded: z.array(pattern).default([]),
  class: z.enum([...SAFETY_CLASSES, 'soft']).optional(),
  /** Reasons that hold for every rule of the file. */
  unless: z.array(z.string()).default([]),
  rules: z.array(rule).default([]),
});

export type SafetyFile = z.infer<typeof safetyFileSchema>;
