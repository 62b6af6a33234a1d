/** What a command ends with: 0 done, 1 a mistake in `content/`, `intents/` or a file that is read, 2 a mistake in options or environment. */
export type ExitStatus = 0 | 1 | 2;
