/** Some of many, and where the next ones begin: `next` is handed back as `after`; undefined after the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | undefined;
}
