const CONSONANT_VOWEL_CONSONANT = /^[^aeiou]*[aeiou][bdgklmnprtz]$/;

/** A regular verb with its endings: `stop` gives stop, stops, stopped, stopping. */
export function inflectVerb(verb: string): string[] {
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(verb)) {
    const stem = verb.slice(0, -1);
    return [verb, `${stem}ies`, `${stem}ied`, `${verb}ing`];
  }
  const third = /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : `${verb}s`;
  const stem = CONSONANT_VOWEL_CONSONANT.test(verb) ? verb + verb.slice(-1) : verb;
  return [verb, third, `${stem}ed`, `${stem}ing`];
}
