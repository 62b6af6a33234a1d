/** Cuts a message that asks two things into its two questions; undefined when it asks one. */
export function splitQuestion(text: string): readonly [string, string] | undefined {
  const marks = text
    .split('?')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [first, second, third] = marks;
  if (first && second && !third && second.split(/\s+/).length > 2) return [`${first}?`, `${second}?`];
  return undefined;
}
