/** The sentences of a text as typed, each of two words at least; none when the text is a single one. */
export function cutSentences(text: string): string[] {
  const parts = (text.match(/[^.?!\n]+[.?!\n]*/g) ?? []).filter((part) => /\S\s+\S/.test(part.trim()));
  return parts.length > 1 ? parts : [];
}
