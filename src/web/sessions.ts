import type { Mind } from '../answering/mind.ts';
import { keepNewest } from '../domain/keep-newest.ts';
import { createSession, type Session } from './session.ts';

/** So many pages are kept: the one that was used longest ago goes first. */
const MOST_SESSIONS = 30;

/** The pages that are open, each with chats of its own. */
export interface Sessions {
  readonly open: () => Promise<Session>;
  readonly get: (id: string) => Session | undefined;
  readonly close: (id: string) => void;
}

/** @param mind read anew for every message, so that reloaded knowledge is used at once */
export function createSessions(mind: () => Mind): Sessions {
  const sessions = new Map<string, Session>();
  const keep = (session: Session): void => {
    sessions.delete(session.id);
    sessions.set(session.id, session);
    keepNewest(sessions, MOST_SESSIONS);
  };
  return {
    open: async () => {
      const session = await createSession(mind);
      keep(session);
      return session;
    },
    get: (id) => {
      const session = sessions.get(id);
      if (session) keep(session);
      return session;
    },
    close: (id) => void sessions.delete(id),
  };
}
