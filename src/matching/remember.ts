/** For one message, or one run, and to be dropped with it: does the work once for each text. */
export function remember<T>(work: (text: string) => NonNullable<T>): (text: string) => NonNullable<T> {
  const done = new Map<string, NonNullable<T>>();
  return (text) => {
    const result = done.get(text) ?? work(text);
    done.set(text, result);
    return result;
  };
}
