import type { Secret } from './secret.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Without a token: the chat on this computer, in the terminal and on a page. */
export interface LocalConfig {
  readonly mode: 'local';
  /** Where the page is served. */
  readonly host: string;
  readonly port: number;
  /** Whether the page is served for as long as the program is not stopped: an operator who names a port wants it. */
  readonly portIsSet: boolean;
  readonly logLevel: LogLevel;
}

/** What both ways to get updates need. */
interface BotConfig {
  readonly token: Secret;
  /** Root of the Bot API, without a slash at its end. Absent: Telegram's. */
  readonly apiRoot?: string;
  /** `file:…` or `postgres://…`. It may hold a password. */
  readonly databaseUrl: Secret;
  /** The chat that gets open questions and problems; absent: nobody does. */
  readonly curatorChatId?: number;
  readonly logLevel: LogLevel;
  /** Where the program listens. */
  readonly host: string;
}

/** With a token: the bot asks Telegram for updates. */
export interface PollingConfig extends BotConfig {
  readonly mode: 'polling';
  /** Absent: the program does not listen. 0: any free port. */
  readonly port?: number;
}

/** With a token and a public address: Telegram posts updates to the bot. */
export interface WebhookConfig extends BotConfig {
  readonly mode: 'webhook';
  readonly port: number;
  /** The full public address. */
  readonly webhookUrl: URL;
  /** What Telegram sends along, so that nobody else can post updates. */
  readonly webhookSecret: Secret;
}

/** The bot on Telegram. */
export type TelegramConfig = PollingConfig | WebhookConfig;

/** What the environment says, checked. Code takes the member it needs. */
export type Config = LocalConfig | TelegramConfig;
