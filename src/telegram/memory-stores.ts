import type { AnswerId } from '../domain/ids.ts';
import { DEFAULT_SETTINGS, type GroupSettings, type PostedCopy } from '../domain/stores.ts';
import type { GroupStores } from './groups/group-memory.ts';

/** Stores of groups that live in this process and end with it: for tests, and where no store was opened. */
export function createMemoryStores(): GroupStores {
  const settings = new Map<number, Partial<GroupSettings>>();
  const settingsOf = async (chatId: number): Promise<GroupSettings> => ({
    ...DEFAULT_SETTINGS,
    ...settings.get(chatId),
  });
  const versions: string[] = [];
  let copies: Kept[] = [];
  const at = (copy: Kept | PostedCopy, chatId: number): copy is Kept & { place: { chatId: number } } =>
    'chatId' in copy.place && copy.place.chatId === chatId;
  const same = (a: PostedCopy, b: PostedCopy): boolean =>
    a.answerId === b.answerId && JSON.stringify(a.place) === JSON.stringify(b.place);
  const mark = (copy: PostedCopy, change: Partial<Kept>): void => {
    copies = copies.map((each) => (same(each, copy) ? { ...each, ...change } : each));
  };
  const isOld = ({ version }: PostedCopy, than: string): boolean =>
    versions.indexOf(version) < versions.indexOf(than);
  const noticeVersion = async (version: string): Promise<void> => {
    if (!versions.includes(version)) versions.push(version);
  };
  const failedFor = (id: AnswerId, version: string) =>
    copies.filter((copy) => copy.answerId === id && copy.failedFor === version);
  const outdatedOf = (id: AnswerId, version: string) =>
    copies.filter(
      (copy) => copy.answerId === id && !copy.lost && isOld(copy, version) && copy.failedFor !== version,
    );

  return {
    groups: {
      settingsOf,
      change: async (chatId, change) => {
        settings.set(chatId, { ...settings.get(chatId), ...change });
        return settingsOf(chatId);
      },
      migrate: async (from, to) => {
        const own = settings.get(from);
        if (own && from !== to) settings.set(to, { ...own, ...settings.get(to) });
        if (from !== to) settings.delete(from);
      },
      forget: async (chatId) => void settings.delete(chatId),
    },
    posted: {
      add: async (copy) => {
        await noticeVersion(copy.version);
        copies = [...copies.filter((each) => !same(each, copy)), copy];
      },
      newest: async (chatId, threadId, id, since) =>
        copies
          .filter(
            (copy) =>
              at(copy, chatId) &&
              !copy.lost &&
              copy.answerId === id &&
              copy.at >= since &&
              threadOf(copy) === threadId,
          )
          .at(-1),
      inMessage: async (chatId, messageId) =>
        copies.filter((copy) => at(copy, chatId) && messageOf(copy) === messageId),
      remove: async (chatId, messageId) => {
        copies = copies.filter((copy) => !(at(copy, chatId) && messageOf(copy) === messageId));
      },
      migrate: async (from, to) => {
        if (from !== to) copies = copies.map((copy) => (at(copy, from) ? { ...copy, lost: true } : copy));
      },
      noticeVersion,
      noticeCorrection: async (_, __, version) => {
        await noticeVersion(version);
        return version;
      },
      outdated: async (id, version, { limit }) => ({
        items: outdatedOf(id, version).slice(0, limit),
        next: undefined,
      }),
      markCorrected: async (copy, version) => mark(copy, { version }),
      markFailed: async (copy, version, reason) => mark(copy, { failedFor: version, reason }),
      failed: async (id, version, { limit }) => ({
        items: failedFor(id, version)
          .slice(0, limit)
          .map((copy) => ({ ...copy, reason: copy.reason ?? '' })),
        next: undefined,
      }),
      recallCounts: async (id, version) => ({
        outdated: outdatedOf(id, version).length,
        corrected: copies.filter((copy) => copy.answerId === id && copy.version === version).length,
        failed: Object.fromEntries(failedFor(id, version).map(({ reason = '' }) => [reason, 1])),
      }),
      forget: async (chatId) => {
        const before = copies.length;
        copies = copies.filter((copy) => !at(copy, chatId));
        return before - copies.length;
      },
    },
  };
}

type Kept = PostedCopy & { readonly lost?: boolean; readonly failedFor?: string; readonly reason?: string };

function threadOf({ place }: PostedCopy): number | undefined {
  return 'threadId' in place ? place.threadId : undefined;
}

function messageOf({ place }: PostedCopy): number | undefined {
  return 'messageId' in place ? place.messageId : undefined;
}
