import { GrammyError, HttpError } from 'grammy';

/**
 * What a log may hold of an error: never a message text, an id of a person or the token. The payload of a refused call,
 * the words of an exception and the address of a failed request are left out; the stack says where to look.
 */
export function describeError(error: unknown): Record<string, unknown> {
  if (error instanceof GrammyError) {
    const { method, error_code: code, description } = error;
    return { name: error.name, method, code, description };
  }
  if (error instanceof HttpError) {
    const cause: unknown = error.error;
    return { name: error.name, message: error.message, code: hasCode(cause) ? cause.code : undefined };
  }
  if (!(error instanceof Error)) return { name: typeof error };
  return { name: error.name, at: error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) };
}

function hasCode(value: unknown): value is { readonly code: unknown } {
  return typeof value === 'object' && value !== null && 'code' in value;
}
