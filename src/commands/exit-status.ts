/** What a command ends with: 0 done, 1 a mistake in `content/` or `intents/`, 2 a mistake in options or environment. */
export type ExitStatus = 0 | 1 | 2;
