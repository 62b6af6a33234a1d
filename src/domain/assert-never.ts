/** Put in the `default` of a switch over a union: a new member that is not handled then does not compile. */
export function assertNever(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
