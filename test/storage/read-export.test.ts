import { describe, expect, test } from 'vitest';
import { readExport } from '../../src/storage/read-export.ts';

const good = {
  format: 'faq-bot-store',
  version: 1,
  groups: [{ chatId: -100, settings: { coolDownSeconds: 5, helpline: null, tellAdmins: true } }],
  proposals: [
    { id: 'p1', kind: 'wording', answerId: 'awake-dose', texts: ['how much'], asked: 2, at: 5 },
    { id: 'p2', kind: 'not-covered', texts: [], asked: 1, at: 6, done: { outcome: 'rejected', at: 9 } },
  ],
};

describe('readExport', () => {
  test('reads what was exported', () => {
    const read = readExport(JSON.stringify(good));
    expect(read.ok).toBe(true);
    expect(JSON.stringify(read.ok && read.data)).toBe(JSON.stringify(good));
  });

  const [group, first] = [good.groups[0], good.proposals[0]];
  test.each<readonly [string, unknown, RegExp]>([
    ['a newer form', { ...good, version: 2 }, /^version: .*newer version/],
    ['another file', { hello: 1 }, /^format: /],
    ['an unknown setting', { ...good, groups: [{ chatId: -1, settings: { colour: 1 } }] }, /colour/],
    [
      'a setting of the wrong type',
      { ...good, groups: [{ chatId: -1, settings: { tellAdmins: 1 } }] },
      /tellAdmins/,
    ],
    ['a group twice', { ...good, groups: [group, group] }, /-100 is there twice/],
    ['a proposal twice', { ...good, proposals: [first, first] }, /p1 is there twice/],
    ['an id that is none', { ...good, proposals: [{ ...first, answerId: '../x' }] }, /answerId/],
  ])('refuses %s', (_, data, mistake) => {
    const read = readExport(JSON.stringify(data));
    expect(read.ok ? [] : read.mistakes).toEqual([expect.stringMatching(mistake)]);
  });

  test('refuses what is not JSON', () => {
    expect(readExport('{')).toEqual({ ok: false, mistakes: ['The file is not JSON.'] });
  });
});
