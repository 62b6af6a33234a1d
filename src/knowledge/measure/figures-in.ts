/** A dose or a percentage: a number with mg or %, or the first of a range such as "600 and 900 mg". */
const FIGURE = /\d[\d.,]*(?:\s*(?:[-–—]|to|and)\s*\d[\d.,]*)?\s*(?:mg|milligrams?|%|per ?cent)/gi;

export interface Figure {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The doses and success rates that a text states, with their place in it (UTF-16 units). */
export function figuresIn(text: string): Figure[] {
  return [...text.matchAll(FIGURE)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
