/** What people say to what was said, and want nothing back. */
const SMALL = new Set(
  (
    'ok okay k kk yes yeah yep yup ya no nope nah oh ah aha uh um hm mhm wow whoa lol lmao rofl xd cool nice great good fine ' +
    'sure right true indeed exactly same here agreed agree well so and but just very really too i see got it thats that is ' +
    'my god omg yay aw ouch oops sad interesting'
  )
    .split(' ')
    .map(squeeze),
);
const LAUGHTER = /^(?:h[aei])+h?$/;
const MOST_WORDS = 5;

/** Whether a message is small words only, such as "oh ok", laughter or a thumb: it asks for nothing. */
export function isSmallTalk(text: string): boolean {
  if (text.includes('?')) return false;
  const words = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .match(/[\p{L}\p{N}]+/gu);
  if (!words) return true;
  return (
    words.length <= MOST_WORDS && words.map(squeeze).every((word) => SMALL.has(word) || LAUGHTER.test(word))
  );
}

/** "Okkk" and "hmmm" are "ok" and "hm". */
function squeeze(word: string): string {
  return word.replace(/(.)\1+/gu, '$1');
}
