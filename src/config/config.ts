import type { Secret } from './secret.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Without a token: the chat on this computer. */
export interface LocalConfig {
  readonly mode: 'local';
  readonly logLevel: LogLevel;
}

/** With a token: the bot asks Telegram for updates. */
export interface PollingConfig {
  readonly mode: 'polling';
  readonly token: Secret;
  /** Root of the Bot API, without a slash at its end. Absent: Telegram's. */
  readonly apiRoot?: string;
  /** `file:…` or `postgres://…`. It may hold a password. */
  readonly databaseUrl: Secret;
  readonly logLevel: LogLevel;
}

/** What the environment says, checked. Code takes the member it needs. */
export type Config = LocalConfig | PollingConfig;
