import type {
  Answer,
  Citation,
  Label,
  LevelCaveat,
  MedicalAnswer,
  Notice,
  SafetyForm,
  SafetyText,
} from '../domain/curated.ts';
import { type AnswerId, answerId, LEVELS, type LevelId, type SafetyClass } from '../domain/ids.ts';
import type { Content } from '../domain/knowledge.ts';
import { mint } from '../domain/mint.ts';
import { isNonEmpty, type NonEmpty } from '../domain/non-empty.ts';
import { type Block, mapParagraphs } from '../domain/rich-text.ts';
import { caveatOf, textOf } from './compose-draft.ts';
import type { ContentDraft, MedicalDraft, TalkDraft } from './drafts.ts';
import { findQuote } from './find-quote.ts';
import { figuresIn } from './measure/figures-in.ts';
import { namesTreatment } from './names-treatment.ts';

/**
 * Turns a draft without problems into content that replies can be built from. To be called only when every rule has
 * passed; a part that a rule should have refused throws here.
 *
 * @param version what the files hash to
 */
export function mintContent(draft: ContentDraft, version: string): Content {
  const kindOf = new Map(draft.topics.map((topic) => [topic.group, topic.kind]));
  const answers = new Map<AnswerId, Answer>();
  for (const answer of draft.medical)
    answers.set(answerId(answer.id), mintMedical(draft, answer, kindOf.get(answer.group) === 'covered'));
  for (const answer of draft.talk) answers.set(answerId(answer.id), mintTalk(draft, answer));
  return {
    answers,
    topics: draft.topics
      .filter((topic) => topic.menu)
      .map(({ group, label, answers: ids }) => ({
        group,
        label: mintLabel(draft, label),
        answers: ids.map(answerId),
      })),
    standing: mint({ id: draft.caveats.standing.id, text: draft.caveats.standing.text }),
    levels: record(LEVELS.map((level) => [level, mintLevel(draft, level)])),
    safety: record(draft.safety.map((text) => [text.id, mintSafety(draft, text)])),
    notices: record(draft.notices.map(({ id, body }) => [id, mintNotice(draft, id, body)])),
    languages: new Map(draft.languages.map(({ id, body }) => [id, mintNotice(draft, id, body)])),
    labels: record(draft.labels.map(({ id, text }) => [id, mintLabel(draft, text)])),
    commands: draft.commands.map(({ command, description, places, whispered }) =>
      mint({ command, description, places, whispered }),
    ),
    passages: draft.passages.map(({ paragraph, level, label, pieces }) =>
      mint({ paragraph, level, label: mintLabel(draft, label), pieces: demand(pieces) }),
    ),
    wordingOf: new Map(
      [...answers.values()].map(({ id, label }) => [id, mintLabel(draft, wordingCaption(draft, label.text))]),
    ),
    corrections: new Map(
      draft.medical.flatMap(({ id, corrected }) =>
        corrected === undefined
          ? []
          : [[answerId(id), { date: corrected, line: mintCorrection(draft, corrected) }]],
      ),
    ),
    version,
  };
}

/** Longer captions are cut off on a phone. */
const CAPTION = 64;

function wordingCaption({ labels }: ContentDraft, title: string): string {
  const caption = (labels.find(({ id }) => id === 'wording-of')?.text ?? '').replace('{title}', () => title);
  return caption.length <= CAPTION ? caption : `${caption.slice(0, CAPTION - 1)}…`;
}

/** "Corrected on 16 November 2026." */
function mintCorrection(draft: ContentDraft, day: string): Notice {
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
  const body = draft.notices.find(({ id }) => id === 'corrected')?.body ?? [];
  const dated = mapParagraphs(body, (text) => text.replace('{date}', date));
  return mintNotice(draft, 'corrected', dated);
}

function mintMedical(draft: ContentDraft, answer: MedicalDraft, covered: boolean): MedicalAnswer {
  const citations: Citation[] = answer.citations.map(({ paragraph, quote }) => {
    const citation = findQuote(draft.document, paragraph, quote);
    if (!citation) throw new Error(`Quote of ${answer.id} is not in the document.`);
    return citation;
  });
  return mint({
    kind: covered ? ('covered' as const) : ('not-covered' as const),
    id: answerId(answer.id),
    group: answer.group,
    title: answer.title,
    label: mintLabel(draft, answer.button ?? answer.title),
    level: answer.level,
    body: demand(answer.body),
    short: demand(answer.short),
    citations,
    related: answer.related.map(answerId),
    namesDose: figuresIn(
      [textOf(answer.body), textOf(answer.short), ...citations.map((c) => c.quote)].join('\n'),
    ).some((figure) => /mg|milligram/i.test(figure.text)),
  });
}

function mintTalk(
  draft: ContentDraft,
  { id, group, title, button, level, related, body }: TalkDraft,
): Answer {
  return mint({
    kind: 'talk' as const,
    id: answerId(id),
    group,
    title,
    label: mintLabel(draft, button ?? title),
    naming: level === 'general' || namesTreatment(textOf(body), draft.house.naming_words),
    body: demand(body),
    related: related.map(answerId),
  });
}

function mintLevel(draft: ContentDraft, id: LevelId): LevelCaveat {
  const standsFor = draft.caveats.levels[id].stands_for ?? [id];
  return mint({ id, ...caveatOf(draft, id), standsFor: demand(standsFor) });
}

function mintSafety(draft: ContentDraft, { id, card, forms }: ContentDraft['safety'][number]): SafetyText {
  const bodies = [...forms].map(([form, { body }]): [SafetyForm, NonEmpty<Block>] => [form, demand(body)]);
  const naming = bodies.some(([, body]) => namesTreatment(textOf(body), draft.house.naming_words));
  return mint({ id: id as SafetyClass, card, naming, forms: record(bodies) });
}

function mintNotice(draft: ContentDraft, id: string, body: readonly Block[]): Notice {
  return mint({ id, naming: namesTreatment(textOf(body), draft.house.naming_words), body: demand(body) });
}

function mintLabel({ house }: ContentDraft, text: string): Label {
  return mint({ text, naming: namesTreatment(text, house.naming_words) });
}

/** The rules have made sure that every key is there. */
function record<K extends string, V>(entries: readonly (readonly [string, V])[]): Readonly<Record<K, V>> {
  return Object.freeze(Object.fromEntries(entries)) as Readonly<Record<K, V>>;
}

function demand<T>(items: readonly T[]): NonEmpty<T> {
  if (!isNonEmpty(items)) throw new Error('A text is empty.');
  return items;
}
