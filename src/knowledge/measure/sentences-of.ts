/** The sentences of a text, cut at full stops, question marks, colons, quotation marks and line ends. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|[:“”"•\n]+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}
