import type { Entry } from './engine.ts';

/**
 * As many phrasings as asked for, spread over the entries as they are: real ones as far as they go, then the beginning
 * of one with the end of another of the same entry.
 */
export function growPhrasings(entries: readonly Entry[], size: number): Entry[] {
  const all = entries.reduce((sum, { phrasings }) => sum + phrasings.length, 0);
  return entries.map(({ id, phrasings }) => {
    const wanted = Math.max(1, Math.round((phrasings.length / all) * size));
    const own = new Set(phrasings.slice(0, wanted));
    const count = phrasings.length;
    for (let n = 0; own.size < wanted && n < count * count; n += 1) {
      const [first = '', second = ''] = [
        phrasings[n % count],
        phrasings[(n + 1 + Math.floor(n / count)) % count],
      ];
      own.add(`${half(first, 0)} ${half(second, 1)}`);
    }
    return { id, phrasings: [...own] };
  });
}

function half(text: string, which: 0 | 1): string {
  const words = text.split(' ');
  const cut = Math.ceil(words.length / 2);
  return (which === 0 ? words.slice(0, cut) : words.slice(cut)).join(' ');
}
