const WORDS: Readonly<Record<string, string>> = {
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  twenty: '20',
  thirty: '30',
  forty: '40',
  fifty: '50',
  sixty: '60',
  seventy: '70',
  eighty: '80',
  ninety: '90',
  hundred: '100',
  thousand: '1000',
};

/**
 * The numbers that a text states, as digits: "ten days" and "10-day" both give `10`. "One" is left out (it is most
 * often no number), and so are footnote marks such as `[2]`.
 */
export function numbersIn(text: string): string[] {
  const tokens = text.replace(/\[\d+\]/g, ' ').match(/\d+(?:[.,]\d+)*|[a-z]+/gi) ?? [];
  return tokens.flatMap((token) => (/^\d/.test(token) ? [token] : (WORDS[token.toLowerCase()] ?? [])));
}
