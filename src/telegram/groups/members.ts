import { type Api, GrammyError, HttpError } from 'grammy';
import type { ChatMember } from 'grammy/types';
import { keepNewest } from '../../domain/keep-newest.ts';
import type { Caller } from './scene.ts';

const KEEP_MS = 5 * 60_000;
/** So many members and admin lists are remembered. The oldest go first. */
const MOST = 5_000;

/** What the bot may do in a group. */
export interface Rights {
  readonly admin: boolean;
  readonly mayDelete: boolean;
  readonly mayPin: boolean;
  readonly maySend: boolean;
}

const NO_RIGHTS: Rights = { admin: false, mayDelete: false, mayPin: false, maySend: true };

/**
 * Who is an admin, and what the bot may do: asked of Telegram, and remembered for five minutes. Where Telegram cannot
 * be asked, nobody is an admin and the bot may do nothing beyond writing: people are answered all the same.
 */
export class Members {
  readonly #api: Api;
  readonly #now: () => number;
  readonly #onFailure: (error: unknown) => void;
  readonly #kept = new Map<string, { readonly value: unknown; readonly at: number }>();

  /** @param onFailure told when Telegram could not be asked */
  constructor(api: Api, now: () => number, onFailure: (error: unknown) => void) {
    this.#api = api;
    this.#now = now;
    this.#onFailure = onFailure;
  }

  /** Whether a caller is an admin of the chat. Who writes as the group is one there, and nowhere else. */
  async isAdmin(chatId: number, caller: Caller): Promise<boolean> {
    if (caller.anonymousAdmin) return true;
    return caller.userId === undefined ? false : this.isAdminId(chatId, caller.userId);
  }

  /** The same for a person by id, such as one who pressed a button. */
  isAdminId(chatId: number, userId: number): Promise<boolean> {
    return this.#keep(`${chatId}:${userId}`, false, async () => {
      try {
        const { status } = await this.#api.getChatMember(chatId, userId);
        return status === 'creator' || status === 'administrator';
      } catch (error) {
        // Telegram promises this call for others only to admins; the list of admins is open to all.
        if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
        return (await this.admins(chatId)).includes(userId);
      }
    });
  }

  /** The people who are admins and can be written to. Those who are anonymous may be missing. */
  admins(chatId: number): Promise<readonly number[]> {
    return this.#keep(`${chatId}:admins`, [], async () => {
      const admins = await this.#api.getChatAdministrators(chatId);
      return admins.filter(({ user }) => !user.is_bot).map(({ user }) => user.id);
    });
  }

  /** What the bot itself may do. */
  rights(chatId: number, botId: number): Promise<Rights> {
    return this.#keep(`${chatId}:${botId}`, NO_RIGHTS, async () =>
      rightsOf(await this.#api.getChatMember(chatId, botId)),
    );
  }

  /** Something changed in the group: ask anew. */
  forget(chatId: number): void {
    for (const key of this.#kept.keys()) if (key.startsWith(`${chatId}:`)) this.#kept.delete(key);
  }

  async #keep<T>(key: string, otherwise: T, ask: () => Promise<T>): Promise<T> {
    const kept = this.#kept.get(key);
    // Also when the clock was set back: nobody is to stay an admin until it has caught up.
    if (kept && Math.abs(this.#now() - kept.at) < KEEP_MS) return kept.value as T;
    let value: T;
    try {
      value = await ask();
    } catch (error) {
      if (!(error instanceof GrammyError) && !(error instanceof HttpError)) throw error;
      this.#onFailure(error);
      return otherwise;
    }
    this.#kept.delete(key);
    this.#kept.set(key, { value, at: this.#now() });
    keepNewest(this.#kept, MOST);
    return value;
  }
}

export function rightsOf(member: ChatMember): Rights {
  const admin = member.status === 'administrator' || member.status === 'creator';
  const administrator = member.status === 'administrator' ? member : undefined;
  return {
    admin,
    mayDelete: administrator?.can_delete_messages ?? admin,
    mayPin: administrator?.can_pin_messages ?? admin,
    maySend: member.status !== 'restricted' || member.can_send_messages,
  };
}
