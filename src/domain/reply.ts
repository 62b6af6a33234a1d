import type { Buttons } from './button.ts';
import type {
  LevelCaveat,
  Notice,
  Passage,
  SafetyForm,
  SafetyText,
  StandingCaveat,
  TalkAnswer,
} from './curated.ts';
import { demandMinted } from './demand-minted.ts';
import { fillNumbers } from './fill-numbers.ts';
import type { AnswerId, CaveatId, SafetyClass } from './ids.ts';
import type { NonEmpty } from './non-empty.ts';
import type { Card, Extras, LinkEntry, Section } from './reply-parts.ts';
import { type Block, blockText, paragraph } from './rich-text.ts';
import { sectionBlocks } from './section-blocks.ts';
import { dataBlocks, noteBlock } from './unchecked-text.ts';

/** What a reply was made of, beside its text. */
interface Origin {
  readonly card?: Card | undefined;
  readonly answers?: readonly AnswerId[];
  readonly safety?: SafetyClass | undefined;
}

const DEEP_LINK = /^https:\/\/t\.me\/\w{1,64}\?start=[\w-]{1,64}$/;

/**
 * The only thing that can be sent. It can be built only from text that the knowledge loader has checked, and a reply
 * about the treatment only together with its caveats: leaving them out does not compile, and a cast does not get past
 * the checks made here at run time.
 */
export class Reply {
  readonly #blocks: NonEmpty<Block>;
  readonly #buttons: Buttons;
  readonly #caveats: readonly CaveatId[];
  readonly #card: Card | undefined;
  readonly #answers: readonly AnswerId[];
  readonly #safety: SafetyClass | undefined;

  private constructor(
    blocks: NonEmpty<Block>,
    buttons: Buttons,
    caveats: readonly CaveatId[],
    { card, answers = [], safety }: Origin = {},
  ) {
    this.#blocks = blocks;
    this.#buttons = buttons;
    this.#caveats = caveats;
    this.#card = card;
    this.#answers = answers;
    this.#safety = safety;
  }

  get blocks(): NonEmpty<Block> {
    return this.#blocks;
  }

  get buttons(): Buttons {
    return this.#buttons;
  }

  /** Ids of the caveats in the text: the level's first, the standing line last. */
  get caveats(): readonly CaveatId[] {
    return this.#caveats;
  }

  /** How a list shows it; undefined for what is never in a list. */
  get card(): Card | undefined {
    return this.#card;
  }

  /** The answers about the treatment whose text it holds: what has to be mended when one of them is corrected. */
  get answers(): readonly AnswerId[] {
    return this.#answers;
  }

  /** The class of a safety text. */
  get safety(): SafetyClass | undefined {
    return this.#safety;
  }

  /** True only for replies made by the factories below; `{} as Reply` and objects of the same shape are not. */
  static isSealed(value: unknown): value is Reply {
    return typeof value === 'object' && value !== null && #blocks in value;
  }

  /** One answer about the treatment, or two for a question in two parts. Each keeps its own level's caveat beside it. */
  static answer(sections: NonEmpty<Section>, standing: StandingCaveat, extras: Extras = {}): Reply {
    const [first, ...rest] = sections.map((section) => {
      demandMinted(section.answer, section.caveat);
      if (section.caveat.id !== section.answer.level) {
        throw new TypeError(
          `Answer ${section.answer.id} needs caveat ${section.answer.level}, not ${section.caveat.id}.`,
        );
      }
      const { answer, caveat, form } = section;
      return form === 'full'
        ? sectionBlocks(answer, caveat)
        : sectionBlocks({ title: answer.title, body: answer.short, citations: [] }, caveat);
    }) as [NonEmpty<Block>, ...NonEmpty<Block>[]];
    const levels = sections.flatMap((section) => section.caveat.standsFor);
    const [{ answer, caveat }] = sections;
    const card = { title: answer.title, description: `${caveat.label}. ${caveat.text}` };
    const answers = sections.map((section) => section.answer.id);
    return Reply.#seal([...first, ...rest.flat()], standing, extras, true, levels, { card, answers });
  }

  /** An answer to talk about the bot. The standing line is added where the text names the treatment. */
  static talk(answer: TalkAnswer, standing: StandingCaveat, extras: Extras = {}): Reply {
    demandMinted(answer);
    return Reply.#seal(answer.body, standing, extras, answer.naming);
  }

  /** A fixed safety text. The standing line is added where it names the treatment or offers an answer about it. */
  static safety(text: SafetyText, form: SafetyForm, standing: StandingCaveat, extras: Extras = {}): Reply {
    demandMinted(text);
    const card = { title: text.card, description: undefined };
    return Reply.#seal(text.forms[form], standing, extras, text.naming, [], { card, safety: text.id });
  }

  /** Any other sentence from `content/notices.yaml`. */
  static notice(notice: Notice, standing: StandingCaveat, extras: Extras = {}): Reply {
    demandMinted(notice);
    return Reply.#seal(fillNumbers(notice.body, extras.numbers ?? {}), standing, extras, notice.naming);
  }

  /**
   * What curators are told: a sentence, and lines of data under it, such as the scrubbed words of members or problems in
   * files. Data is never read as markup, and the standing line is always there, because it may name the treatment.
   */
  static forCurators(
    notice: Notice,
    lines: readonly string[],
    standing: StandingCaveat,
    extras: Pick<Extras, 'buttons' | 'numbers' | 'below'> = {},
  ): Reply {
    demandMinted(notice);
    const [first, ...rest] = fillNumbers(notice.body, extras.numbers ?? {});
    return Reply.#seal([first, ...rest, ...dataBlocks(lines)], standing, extras, true);
  }

  /** A paragraph of the document, word for word, under the caveat of its level. */
  static passage(passage: Passage, caveat: LevelCaveat, standing: StandingCaveat, buttons: Buttons): Reply {
    demandMinted(passage, caveat);
    if (caveat.id !== passage.level)
      throw new TypeError(`Passage ${passage.paragraph} needs caveat ${passage.level}.`);
    const quotes = passage.pieces.map((text): Block => ({ kind: 'quote', label: caveat.quoteLabel, text }));
    const heading: Block = { kind: 'heading', text: `${caveat.label} · ${passage.label.text}` };
    return Reply.#seal(
      [heading, { kind: 'caveat', text: caveat.text }, ...quotes],
      standing,
      { buttons },
      true,
      caveat.standsFor,
    );
  }

  /**
   * Lines to paste, one for each answer: what it is about, hedged by the word of its level, and the link that opens it.
   * A safety text has the title of its card.
   *
   * @param entries the answers, the caveat of each that is about the treatment, and their links
   */
  static links(
    notice: Notice,
    entries: NonEmpty<LinkEntry>,
    standing: StandingCaveat,
    extras: Extras = {},
  ): Reply {
    demandMinted(notice);
    const lines = entries.map(({ answer, caveat, link }): Block => {
      demandMinted(answer, ...(caveat ? [caveat] : []));
      if (!DEEP_LINK.test(link))
        throw new TypeError('A line to paste holds a deep link and no other address.');
      if ('card' in answer) return { kind: 'copy', text: `${answer.card} ${link}` };
      if (answer.kind !== 'talk' && caveat?.id !== answer.level) {
        throw new TypeError(`A link to ${answer.id} needs caveat ${answer.level}.`);
      }
      const title = caveat ? `${caveat.label} · ${answer.title}` : answer.title;
      return { kind: 'copy', text: `${title} ${link}` };
    });
    const caveats = [...new Set(entries.flatMap(({ caveat }) => caveat ?? []))];
    const [first, ...rest] = [...notice.body, ...lines] as unknown as NonEmpty<Block>;
    return Reply.#seal([first, ...rest], standing, { ...extras, caveats }, true);
  }

  /** Lines that explain a match to a curator or operator. They quote phrasings, so the standing line is always there. */
  static explanation(lines: NonEmpty<string>, standing: StandingCaveat): Reply {
    const [first, ...rest] = lines;
    return Reply.#seal([paragraph(first), ...rest.map(paragraph)], standing, {}, true);
  }

  /** The same reply with more buttons and lines under it. Made anew, so nothing of it can be left out. */
  with(standing: StandingCaveat, more: Pick<Extras, 'buttons' | 'below' | 'note'>): Reply {
    const blocks = this.#blocks.filter(({ kind }) => kind !== 'standing') as unknown as NonEmpty<Block>;
    const buttons = [...this.#buttons, ...(more.buttons ?? [])];
    const naming = blocks.length < this.#blocks.length;
    const levels = this.#caveats.filter((id) => id !== 'general');
    const origin = { card: this.#card, answers: this.#answers, safety: this.#safety };
    return Reply.#seal(blocks, standing, { ...more, buttons }, naming, levels, origin);
  }

  static #seal(
    body: NonEmpty<Block>,
    standing: StandingCaveat,
    extras: Extras,
    naming: boolean,
    levels: readonly CaveatId[] = [],
    origin: Origin = {},
  ): Reply {
    demandMinted(standing);
    const { buttons = [], choices, below = [], caveats: touched = [], note } = extras;
    const captions = buttons.flat().map((button) => button.label);
    demandMinted(
      ...captions,
      ...below,
      ...touched,
      ...(choices?.from ?? []),
      ...(choices?.none ? [choices.none] : []),
    );

    const blocks: [Block, ...Block[]] = [...body];
    if (choices) {
      const items = choices.from.map((answer) => answer.title);
      const none = choices.none?.body.map(blockText).join(' ');
      blocks.push({ kind: 'choices', items, ...(none === undefined ? {} : { none }) });
    }
    for (const { text } of touched) blocks.push({ kind: 'caveat', text });
    if (note) blocks.push(noteBlock(note));
    for (const notice of below) blocks.push(...notice.body);
    const needsStanding =
      naming ||
      choices !== undefined ||
      note !== undefined ||
      touched.length > 0 ||
      [...below, ...captions].some((part) => part.naming);
    if (needsStanding) blocks.push({ kind: 'standing', text: standing.text });
    const ids = [...levels, ...touched.flatMap(({ standsFor }) => standsFor)];
    const caveats: CaveatId[] = [...new Set([...ids, ...(needsStanding ? (['general'] as const) : [])])];
    return new Reply(blocks, buttons, caveats, origin);
  }
}
