import { z } from 'zod';
import { answerId } from '../../domain/ids.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case words joined by hyphens')
  .transform(answerId);
const line = z.string().trim().min(1, 'must not be empty').max(500, 'is longer than 500 characters');
const lines = z.array(line);

/** A file of `intents/<group>/`: what people ask for one answer. */
export const intentSchema = z.strictObject({ id, topic: line, phrasings: lines.min(1) });

/** `intents/out-of-scope.yaml`: messages that no answer fits. */
export const offTopicSchema = z.strictObject({ phrasings: lines });

/** Words with spaces between them. */
const words = z
  .string()
  .default('')
  .transform((text) => text.split(/\s+/).filter((word) => word !== ''));

const concepts = (kind: 'word' | 'question' | 'facet' | 'class') =>
  z
    .record(z.string(), lines)
    .default({})
    .transform((sets) => Object.entries(sets).map(([name, terms]) => ({ name, kind, terms })));

/** `intents/vocabulary.yaml`: the words of the subject. */
export const vocabularySchema = z
  .strictObject({
    spellings: z.record(z.string(), z.string()).default({}),
    words: concepts('word'),
    questions: concepts('question'),
    facets: concepts('facet'),
    classes: concepts('class'),
    courtesies: lines.default([]),
    common: words,
    generic: words,
  })
  .transform(({ words, questions, facets, classes, ...rest }) => ({
    ...rest,
    concepts: [...words, ...questions, ...facets, ...classes],
  }));

const answers = z.record(z.string(), id);

/** `intents/follow-ups.yaml`: how a message that leans on the last answer is read. */
export const followUpsSchema = z.strictObject({
  openers: lines.default([]),
  pronouns: lines.default([]),
  anchors: lines.default([]),
  facets: z
    .record(z.string(), z.strictObject({ concept: z.string(), ordinals: lines.default([]), answers }))
    .default({}),
  other: z.record(z.string(), z.string()).default({}),
  about: z.record(z.string(), z.strictObject({ facet: z.string().optional(), asks: z.string() })).default({}),
  after: z.record(z.string(), answers).default({}),
});

/** `intents/tuning.yaml`: constants of the scoring. */
export const tuningSchema = z.record(z.string(), z.number());
