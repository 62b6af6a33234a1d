/** Texts made to be slow to triage, each `length` characters long, by name. */
export function hardTexts(length: number): [string, string][] {
  const seeds: Record<string, string> = {
    'one word over and over': 'kill ',
    'two words in turn': 'i want to die not i took all my pills ',
    'start of many phrases': 'i do not want to ',
    'one long word': 'a',
    'letters written one by one': 'i w a n t ',
    'letters in a row that nearly make words': 'iwanttodi',
    typos: 'sucidd killng ovrdosd brethng ',
    'different typos': 'sucidq breathx overdosz tabletq hospitaq ',
    leet: '1 w4n7 70 d13 k1ll m3 ',
    'signs that may be many letters': '*1!|*1!| a1!|*1 ',
    'short sentences': 'i. my. he. she. not. die. ',
    commas: 'he,she,my,not,up,wake,will,',
    'combining marks': 'é́́́',
    'zero-width': 'a\u200bb\u200c',
    pictographs: '💊😭',
    persons: 'my mum my dad her friend his wife ',
  };
  return Object.entries(seeds).map(([name, seed]) => [
    name,
    seed.repeat(Math.ceil(length / seed.length)).slice(0, length),
  ]);
}
