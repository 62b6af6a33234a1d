/** Whether a text says anything about the treatment and so needs the standing line. Words as in `house-rules.yaml`. */
export function namesTreatment(text: string, namingWords: readonly string[]): boolean {
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
  return namingWords.some((word) => words.has(word));
}
