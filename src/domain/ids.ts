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

/** The classes that come before this one. */
export function moreUrgent(name: SafetyClass): readonly SafetyClass[] {
  return SAFETY_CLASSES.slice(0, SAFETY_CLASSES.indexOf(name));
}

/** The classes that come after this one. */
export function lessUrgent(name: SafetyClass): readonly SafetyClass[] {
  return SAFETY_CLASSES.slice(SAFETY_CLASSES.indexOf(name) + 1);
}

/** Something for each class. */
export type OfClasses<T> = Readonly<Record<SafetyClass, T>>;

export function ofClasses<T>(make: (name: SafetyClass) => T): OfClasses<T> {
  return {
    'medical-emergency': make('medical-emergency'),
    crisis: make('crisis'),
    'self-administration': make('self-administration'),
    'personal-medical-advice': make('personal-medical-advice'),
  };
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
  'no-such-number',
  'none-of-these',
  'none-chosen',
  'offer',
  'topics',
  'topic',
  'source',
  'safety-promise',
  'soft-line',
  'support-line',
  'after-emergency',
  'after-crisis',
  'dose-withheld',
  'not-text',
  'stale-link',
  'unknown-command',
  'command-of-groups',
  'error',
  'slow-down',
  'bot-description',
  'bot-about',
  'choose-tap',
  'choose-in-private',
  'already-answered',
  'note-of-moderator',
  'faq-usage',
  'faq-basic-group',
  'faq-no-text',
  'faq-own-answer',
  'faq-only-admins',
  'faq-wait',
  'show-wait',
  'shown-already',
  'not-yours',
  'note-too-long',
  'ask-usage',
  'ask-visible',
  'go-private',
  'only-admins',
  'group-menu',
  'link-ready',
  'link-unsure',
  'link-usage',
  'help-needed',
  'helpline-us-canada',
  'helpline-uk-ireland',
  'helpline-australia',
  'settings',
  'tell-needs-admin',
  'setup',
  'setup-admin',
  'setup-not-admin',
  'setup-no-delete',
  'setup-no-pin',
  'setup-muted',
  'setup-privacy-on',
  'setup-privacy-off',
  'setup-basic-group',
  'setup-topics',
  'setup-inline-on',
  'setup-inline-off',
  'setup-guest-on',
  'setup-guest-off',
  'setup-whisper',
  'vote-noted',
  'sent-to-curators',
  'sent-enough',
  'question-gone',
  'forgotten',
  'forget-failed',
  'forget-in-private',
  'corrected',
  'digest-head',
  'digest-entry',
  'decided-wording',
  'decided-not-covered',
  'decided-ignored',
  'decided-gone',
  'reload-problems',
  'recall-done',
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
  'ask-in-private',
  'more-in-private',
  'write-in-private',
  'remove',
  'show-group',
  'see-answer',
  'see-message',
  'give-rights',
  'done',
  'who-everyone',
  'who-admins',
  'pause-none',
  'pause-30-seconds',
  'pause-2-minutes',
  'pause-10-minutes',
  'no-answer-stays',
  'no-answer-10-minutes',
  'no-answer-1-hour',
  'again-always',
  'again-1-hour',
  'again-6-hours',
  'again-1-day',
  'helpline-none',
  'helpline-us-canada',
  'helpline-uk-ireland',
  'helpline-australia',
  'tell-no',
  'tell-yes',
  'keep-yes',
  'keep-no',
  'helped',
  'not-what-i-asked',
  'send-to-curators',
  'wording-of',
  'not-covered',
  'ignore',
] as const;
export type LabelId = (typeof LABELS)[number];
