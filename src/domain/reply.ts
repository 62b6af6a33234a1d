import type { Buttons } from './button.ts';
import type {
  LevelCaveat,
  MedicalAnswer,
  Notice,
  Passage,
  SafetyForm,
  SafetyText,
  StandingCaveat,
  TalkAnswer,
} from './curated.ts';
import type { CaveatId } from './ids.ts';
import { isMinted } from './minted.ts';
import type { NonEmpty } from './non-empty.ts';
import { type Block, paragraph } from './rich-text.ts';
import { sectionBlocks } from './section-blocks.ts';

/** One curated answer and the caveat of its level. */
export interface Section {
  readonly answer: MedicalAnswer;
  readonly caveat: LevelCaveat;
  readonly form: 'full' | 'short';
}

export interface Extras {
  readonly buttons?: Buttons;
  /** Titles to choose from, numbered in the text, and the words for "none of these". */
  readonly choices?: { readonly from: NonEmpty<MedicalAnswer | TalkAnswer>; readonly none: Notice };
  /** Lines that stand under the text, such as the support line in the hour after a crisis message. */
  readonly below?: readonly Notice[];
}

/**
 * The only thing that can be sent. It can be built only from text that the knowledge loader has checked, and a reply
 * about the treatment only together with its caveats: leaving them out does not compile, and a cast does not get past
 * the checks made here at run time.
 */
export class Reply {
  readonly #blocks: NonEmpty<Block>;
  readonly #buttons: Buttons;
  readonly #caveats: readonly CaveatId[];

  private constructor(blocks: NonEmpty<Block>, buttons: Buttons, caveats: readonly CaveatId[]) {
    this.#blocks = blocks;
    this.#buttons = buttons;
    this.#caveats = caveats;
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
    return Reply.#seal([...first, ...rest.flat()], standing, extras, true, levels);
  }

  /** An answer to talk about the bot. The standing line is added where the text names the treatment. */
  static talk(answer: TalkAnswer, standing: StandingCaveat, extras: Extras = {}): Reply {
    demandMinted(answer);
    return Reply.#seal(answer.body, standing, extras, answer.naming);
  }

  /** A fixed safety text. The standing line is added where it names the treatment or offers an answer about it. */
  static safety(text: SafetyText, form: SafetyForm, standing: StandingCaveat, extras: Extras = {}): Reply {
    demandMinted(text);
    return Reply.#seal(text.forms[form], standing, extras, text.naming);
  }

  /** Any other sentence from `content/notices.yaml`. */
  static notice(notice: Notice, standing: StandingCaveat, extras: Extras = {}): Reply {
    demandMinted(notice);
    return Reply.#seal(notice.body, standing, extras, notice.naming);
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

  /** Lines that explain a match to a curator or operator. They quote phrasings, so the standing line is always there. */
  static explanation(lines: NonEmpty<string>, standing: StandingCaveat): Reply {
    const [first, ...rest] = lines;
    return Reply.#seal([paragraph(first), ...rest.map(paragraph)], standing, {}, true);
  }

  static #seal(
    body: NonEmpty<Block>,
    standing: StandingCaveat,
    extras: Extras,
    naming: boolean,
    levels: readonly CaveatId[] = [],
  ): Reply {
    demandMinted(standing);
    const { buttons = [], choices, below = [] } = extras;
    const captions = buttons.flat().map((button) => button.label);
    demandMinted(...captions, ...below, ...(choices ? [...choices.from, choices.none] : []));

    const blocks: [Block, ...Block[]] = [...body];
    if (choices) {
      const items = choices.from.map((answer) => answer.title);
      blocks.push({ kind: 'choices', items, none: choices.none.body.map(plain).join(' ') });
    }
    for (const notice of below) blocks.push(...notice.body);
    const needsStanding =
      naming || choices !== undefined || [...below, ...captions].some((part) => part.naming);
    if (needsStanding) blocks.push({ kind: 'standing', text: standing.text });
    const caveats: CaveatId[] = [...new Set([...levels, ...(needsStanding ? (['general'] as const) : [])])];
    return new Reply(blocks, buttons, caveats);
  }
}

function plain(block: Block): string {
  return block.kind === 'paragraph' ? block.spans.map((span) => span.text).join('') : '';
}

function demandMinted(...values: readonly object[]): void {
  for (const value of values) {
    if (!isMinted(value))
      throw new TypeError('A reply is built only from text that the knowledge loader has checked.');
  }
}
