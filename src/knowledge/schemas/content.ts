import { z } from 'zod';
import { COMMAND_PLACES } from '../../domain/curated.ts';
import { LEVELS, SAFETY_CLASSES } from '../../domain/ids.ts';

const sentence = z.string().trim().min(1);
const idOf = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be words joined by "-", such as awake-dose');

/** Front matter of an answer about the treatment. */
export const medicalFront = z.strictObject({
  id: idOf,
  title: sentence,
  /** Caption of buttons that open the answer, where the title is too long for a phone. */
  button: sentence.optional(),
  level: z.enum(LEVELS),
  citations: z.array(z.strictObject({ paragraph: z.int().min(1), quote: sentence })),
  related: z.array(idOf).max(4),
  short: sentence,
  /** The day on which its meaning was corrected: copies that were posted before are edited. */
  corrected: z.iso.date('must be a day such as 2026-11-16').optional(),
});
export type MedicalFront = z.infer<typeof medicalFront>;

/** Front matter of a reply to talk about the bot. */
export const talkFront = z.strictObject({
  id: idOf,
  title: sentence,
  button: sentence.optional(),
  level: z.enum(['none', 'general']),
  related: z.array(idOf).max(4).default([]),
});
export type TalkFront = z.infer<typeof talkFront>;

/** Front matter of a safety text; its forms are the `## self`, `## other` … sections of the body. */
export const safetyFront = z.strictObject({
  id: z.enum(SAFETY_CLASSES),
  /** Title of the one inline card. */
  card: sentence,
});

const level = z.strictObject({
  label: sentence,
  text: sentence,
  place: z.enum(['before', 'after']),
  quote: sentence,
  sign: sentence.optional(),
  stands_for: z.array(z.enum(LEVELS)).min(1).optional(),
});

export const caveatsFile = z.strictObject({
  standing: z.strictObject({ id: z.literal('general'), text: sentence }),
  levels: z.strictObject({
    experimental: level,
    'study-number': level,
    'unproven-coma': level,
    comparison: level,
    'not-in-document': level,
  }),
});
export type CaveatsFile = z.infer<typeof caveatsFile>;

export const noticesFile = z.strictObject({
  labels: z.record(idOf, sentence),
  notices: z.record(idOf, sentence),
});

/** ISO 639-1 code to a sentence in that language. */
export const languagesFile = z.record(z.string().regex(/^[a-z]{2}$/), sentence);

export const topicsFile = z.array(
  z.strictObject({
    group: idOf,
    label: sentence,
    kind: z.enum(['covered', 'not-covered', 'talk']),
    /** Off: the answers can be asked for but are not in the menu. */
    menu: z.boolean().default(true),
    answers: z.array(idOf).min(1),
  }),
);
export type TopicsFile = z.infer<typeof topicsFile>;

export const sourceFile = z.strictObject({
  file: sentence,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  passages: z
    .array(
      z.strictObject({
        paragraph: z.int().min(1),
        label: sentence,
        level: z.enum(LEVELS),
        pieces: z.array(sentence).min(1),
      }),
    )
    .min(1),
});

/** Commands as BotFather and `setMyCommands` take them. Limits: Bot API, `BotCommand`. */
export const commandsFile = z.array(
  z.strictObject({
    command: z.string().regex(/^[a-z0-9_]{1,32}$/),
    description: sentence.max(256),
    /** Where it is listed; by default in private chats only. */
    places: z.array(z.enum(COMMAND_PLACES)).min(1).default(['private']),
    whispered: z.boolean().default(false),
  }),
);

/** The limits that `check` holds every text to, and the words it looks for. */
export const houseRulesFile = z.strictObject({
  reading_grade: z.number(),
  answer_characters: z.int(),
  short_characters: z.int(),
  phrasings_per_answer: z.int(),
  figure_to_caveat_characters: z.int(),
  first_characters: z.int(),
  caveat_words: z.strictObject({ level: z.int(), coma: z.int(), standing: z.int() }),
  naming_words: z.array(sentence).min(1),
  free_names: z.array(sentence),
  sentence_starters: z.array(sentence),
  banned_claims: z.array(z.strictObject({ word: sentence, unless: z.array(sentence).default([]) })),
  not_covered_parts: z.array(sentence).length(4),
});
export type HouseRules = z.infer<typeof houseRulesFile>;
