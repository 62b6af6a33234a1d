/** Answers by score, best first. */
export interface Ranking {
  readonly ids: readonly string[];
  /** How sure of the first: any scale, the higher the surer. */
  readonly sure: number;
  /** Probability that the first is right, 0 to 1, from an engine that gives one. */
  readonly confidence?: number;
}

/** What every engine of the comparison can do: learn phrasings, rank the entries for a question. */
export interface Engine {
  readonly name: string;
  /** Every how many-th question is asked, for engines that are too slow for all. */
  readonly sample: number;
  build(
    entries: readonly Entry[],
    offTopic: readonly string[],
  ): Promise<(text: string) => Ranking | Promise<Ranking>>;
}

export interface Entry {
  readonly id: string;
  readonly phrasings: readonly string[];
}
