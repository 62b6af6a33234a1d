import type { Rule } from './drafts.ts';
import { allSentences } from './rules/all-sentences.ts';
import { caveatWords } from './rules/caveat-words.ts';
import { completeMenu } from './rules/complete-menu.ts';
import { figureNearCaveat } from './rules/figure-near-caveat.ts';
import { hedgeFirst } from './rules/hedge-first.ts';
import { idIsFileName } from './rules/id-is-file-name.ts';
import { lengthLimit } from './rules/length-limit.ts';
import { levelFits } from './rules/level-fits.ts';
import { nameInQuote } from './rules/name-in-quote.ts';
import { namingHasStanding } from './rules/naming-has-standing.ts';
import { noUnprovenClaim } from './rules/no-unproven-claim.ts';
import { notCoveredForm } from './rules/not-covered-form.ts';
import { noticePlaces } from './rules/notice-places.ts';
import { numberInQuote } from './rules/number-in-quote.ts';
import { passageVerbatim } from './rules/passage-verbatim.ts';
import { pinnedDocument } from './rules/pinned-document.ts';
import { plainWords } from './rules/plain-words.ts';
import { quoteVerbatim } from './rules/quote-verbatim.ts';
import { relatedExists } from './rules/related-exists.ts';
import { safetyWithoutFigure } from './rules/safety-without-figure.ts';
import { telegramLimits } from './rules/telegram-limits.ts';

/** Every rule that content is held to. All of them run, so that an author sees all mistakes at once. */
export const CONTENT_RULES: readonly Rule[] = [
  pinnedDocument,
  quoteVerbatim,
  passageVerbatim,
  numberInQuote,
  nameInQuote,
  figureNearCaveat,
  hedgeFirst,
  levelFits,
  notCoveredForm,
  noUnprovenClaim,
  lengthLimit,
  plainWords,
  caveatWords,
  safetyWithoutFigure,
  namingHasStanding,
  allSentences,
  noticePlaces,
  completeMenu,
  idIsFileName,
  relatedExists,
  telegramLimits,
];
