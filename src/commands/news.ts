/** What the watch over the files has to say to those who look after the bot. */
export interface News {
  /** Problems in the files as they are now, a line each; undefined when there are none. */
  problems: readonly string[] | undefined;
}

export function createNews(): News {
  return { problems: undefined };
}
