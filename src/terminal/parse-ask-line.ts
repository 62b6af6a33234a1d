/** A question as `ask --json` takes it. Further fields are ignored. */
export interface AskLine {
  readonly text: string;
  readonly conversation?: string | undefined;
  readonly chat: 'private' | 'group';
}

/** Reads a line: plain text, or a JSON object when it begins with a brace. */
export async function parseAskLine(line: string): Promise<AskLine | { readonly error: string }> {
  if (!line.trimStart().startsWith('{')) return { text: line, chat: 'private' };
  const json = parseJson(line);
  if (json === undefined) return { error: 'The line begins like a JSON object but is not valid JSON.' };
  const { askLineSchema } = await import('./ask-line-schema.ts');
  const result = askLineSchema.safeParse(json);
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
