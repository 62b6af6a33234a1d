/** An answer of the Bot API, or why there was none. */
export type Asked =
  | {
      readonly ok: true;
      readonly result: Readonly<Record<string, unknown>>;
      readonly serverTime: number | undefined;
    }
  | { readonly ok: false; readonly code: number; readonly description: string }
  /** No answer: the system's code, such as ENOTFOUND. */
  | { readonly ok: undefined; readonly cause: string };

/** Asks the Bot API something that changes nothing, once. */
export type AskTelegram = (method: string, payload?: object) => Promise<Asked>;

const WITHIN_MS = 10_000;
const TELEGRAM = 'https://api.telegram.org';

/** The token is part of the address, so nothing that `fetch` says is passed on but its code. */
export function createAskTelegram(token: string, apiRoot = TELEGRAM): AskTelegram {
  return async (method, payload = {}) => {
    try {
      const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(payload),
        signal: AbortSignal.timeout(WITHIN_MS),
      });
      const date = Date.parse(response.headers.get('date') ?? '');
      const answer: unknown = await response.json();
      if (!isObject(answer)) return { ok: undefined, cause: 'not the Bot API' };
      if (answer['ok'] === true) {
        const result = isObject(answer['result']) ? answer['result'] : {};
        return { ok: true, result, serverTime: Number.isNaN(date) ? undefined : date };
      }
      return { ok: false, code: Number(answer['error_code']), description: String(answer['description']) };
    } catch (error) {
      return { ok: undefined, cause: codeOf(error) };
    }
  };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError') return `no answer within ${WITHIN_MS / 1_000} s`;
  if (error instanceof SyntaxError) return 'not the Bot API';
  const { cause } = error;
  return isObject(cause) && typeof cause['code'] === 'string' ? cause['code'] : error.name;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
