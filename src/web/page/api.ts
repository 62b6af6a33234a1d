import type { PageAction } from '../read-action.ts';
import type { Acted, AnswerDetail, AnswerList, Change, Opening, Why, WireProblem } from '../wire.ts';

/** The program answered with a refusal, or not at all. The message is fit to be shown. */
export class Refused extends Error {
  override readonly name = 'Refused';
  /** The session is gone: the program was started anew. */
  readonly gone: boolean;

  constructor(message: string, gone = false) {
    super(message);
    this.gone = gone;
  }
}

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new Refused('The program does not answer. Is it still running?');
  }
  const json: unknown = response.status === 204 ? undefined : await response.json();
  if (response.ok) return json as T;
  throw new Refused((json as { error?: string }).error ?? 'Refused.', response.status === 404);
}

export const openSession = (): Promise<Opening> => ask('/api/sessions', { method: 'POST' });

export const closeSession = (id: string): Promise<void> => ask(`/api/sessions/${id}`, { method: 'DELETE' });

export function sendAction(session: string, since: number, action: PageAction): Promise<Acted> {
  return ask(`/api/sessions/${session}/actions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ since, action }),
  });
}

export const loadWhy = (session: string, why: number): Promise<Why> =>
  ask(`/api/sessions/${session}/why/${why}`);

export const loadAnswers = (search: Readonly<Record<string, string>>): Promise<AnswerList> =>
  ask(`/api/answers?${new URLSearchParams(search)}`);

export const loadAnswer = (id: string): Promise<AnswerDetail> =>
  ask(`/api/answers/${encodeURIComponent(id)}`);

export const loadCheck = (): Promise<{ readonly problems: readonly WireProblem[] }> => ask('/api/check');

/** Tells of each change that the bot makes by itself. Gives a function that stops it. */
export function followChanges(session: string, since: number, tell: (change: Change) => void): () => void {
  const source = new EventSource(`/api/sessions/${session}/changes?since=${since}`);
  source.onmessage = ({ data }: MessageEvent<string>) => tell(JSON.parse(data) as Change);
  return () => source.close();
}
