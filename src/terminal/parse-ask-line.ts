import { z } from 'zod';

/** A question as `ask --json` takes it. Further fields are ignored. */
export interface AskLine {
  readonly text: string;
  readonly conversation?: string | undefined;
  readonly chat: 'private' | 'group';
}

const schema = z.object({
  text: z.string(),
  conversation: z.string().optional(),
  chat: z.enum(['private', 'group']).default('private'),
});

/** Reads a line: plain text, or a JSON object when it begins with a brace. */
export function parseAskLine(line: string): AskLine | { readonly error: string } {
  if (!line.trimStart().startsWith('{')) return { text: line, chat: 'private' };
  const json = parseJson(line);
  if (json === undefined) return { error: 'The line begins like a JSON object but is not valid JSON.' };
  const result = schema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  return {
    error: `The JSON line is of the wrong form: ${issue?.path.join('.') || 'object'}: ${issue?.message ?? ''}`,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
