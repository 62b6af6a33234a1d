/** Id of an answer: its file name, deep link payload and `ask --json` id. Listed in the catalogue, never renamed. */
export type AnswerId = string & { readonly __id: 'answer' };

/** Takes a string that is known to be an answer id, such as a key of the loaded knowledge. */
export function answerId(id: string): AnswerId {
  return id as AnswerId;
}

/** The safety classes, most urgent first: the first one present leads the reply. */
export const SAFETY_CLASSES = [
  'medical-emergency',
  'crisis',
  'self-administration',
  'personal-medical-advice',
] as const;
export type SafetyClass = (typeof SAFETY_CLASSES)[number];

export function isSafetyClass(id: string): id is SafetyClass {
  return (SAFETY_CLASSES as readonly string[]).includes(id);
}

/** Caveat levels of `content/caveats.yaml`; `general` is the standing line. */
export const LEVELS = [
  'experimental',
  'study-number',
  'unproven-coma',
  'comparison',
  'not-in-document',
] as const;
export type LevelId = (typeof LEVELS)[number];
export type CaveatId = LevelId | 'general';

/** The sentences of `content/notices.yaml` that the bot asks for by name. */
export const NOTICES = [
  'welcome',
  'unknown',
  'unknown-group',
  'too-generic',
  'other-language',
  'empty',
  'too-long',
  'choose',
  'none-of-these',
  'none-chosen',
  'offer',
  'topics',
  'topic',
  'source',
  'safety-promise',
  'soft-line',
  'support-line',
  'dose-withheld',
  'not-text',
  'stale-link',
  'error',
  'bot-description',
  'bot-about',
] as const;
export type NoticeId = (typeof NOTICES)[number];

/** The button captions of `content/notices.yaml`. */
export const LABELS = [
  'all-topics',
  'answer-my-question',
  'back',
  'none-of-these',
  'next',
  'previous',
  'source',
] as const;
export type LabelId = (typeof LABELS)[number];
