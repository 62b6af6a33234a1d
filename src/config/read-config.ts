import { z } from 'zod';
import { type Config, LOG_LEVELS } from './config.ts';
import { Secret } from './secret.ts';

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  /** One sentence for each variable that is wrong. */
  | { readonly ok: false; readonly mistakes: readonly string[] };

type Environment = Readonly<Record<string, string | undefined>>;

const isUrl = (protocols: readonly string[]) => (value: string) =>
  URL.canParse(value) && protocols.includes(new URL(value).protocol);

/** `file:` alone, or a folder, names no file: everything would be kept in memory and lost. */
const isDatabase = (value: string): boolean => {
  if (!isUrl(['file:'])(value)) return isUrl(['postgres:', 'postgresql:'])(value);
  const name = value.slice('file:'.length).split('/').at(-1) ?? '';
  return !['', '.', '..'].includes(name);
};

/** The root of a host is what every passer-by asks for. */
const hasPath = (value: string): boolean => new URL(value).pathname.length > 1;

/** What each variable must hold. The second part ends the sentence "… must be …". */
const variables = {
  BOT_TOKEN: [z.string().regex(/^\d+:[\w-]+$/), 'a token from @BotFather, such as 123456:ABC-DEF'],
  TELEGRAM_API_ROOT: [
    z.string().refine(isUrl(['http:', 'https:'])),
    'a web address, such as https://api.example.org',
  ],
  BOT_MODE: [z.enum(['polling', 'webhook']), 'polling or webhook'],
  WEBHOOK_URL: [
    z.string().refine((value) => isUrl(['https:', 'http:'])(value) && hasPath(value)),
    'the full public address, path included, such as https://bot.example.org/hook',
  ],
  WEBHOOK_SECRET: [z.string().regex(/^[\w-]{1,256}$/), '1 to 256 of the characters A-Z a-z 0-9 _ -'],
  PORT: [
    z
      .string()
      .regex(/^\d{1,5}$/)
      .refine((port) => Number(port) <= 65_535),
    'a port from 0 to 65535',
  ],
  HOST: [z.string().regex(/^[\w.:-]+$/), 'a host name or address, such as 127.0.0.1'],
  DATABASE_URL: [z.string().refine(isDatabase), 'file:… with the path of a file, or postgres://…'],
  CURATOR_CHAT_ID: [z.string().regex(/^-?[1-9]\d{0,15}$/), 'the number of a chat, such as -1001234567890'],
  LOG_LEVEL: [z.enum(LOG_LEVELS), LOG_LEVELS.join(', ')],
} as const satisfies Record<string, readonly [z.ZodType<string>, string]>;

/** An embedded file beside the program; made at the first start. */
const DEFAULT_DATABASE = 'file:./data/bot.db';

const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = 8080;

/** Served beside the webhook. */
const OWN_PATHS: readonly string[] = ['/healthz', '/readyz', '/metrics'];

const SECRETS: readonly string[] = ['BOT_TOKEN', 'WEBHOOK_SECRET', 'DATABASE_URL'];

/** Reads the environment. An empty variable counts as absent. No side effects; secrets are never in a mistake's text. */
export function readConfig(environment: Environment): ConfigResult {
  const mistakes: string[] = [];
  const value = (name: keyof typeof variables): string | undefined => {
    const raw = environment[name]?.trim();
    if (raw === undefined || raw === '') return undefined;
    const [schema, wanted] = variables[name];
    if (schema.safeParse(raw).success) return raw;
    const holds = SECRETS.includes(name) ? 'something else (not shown)' : JSON.stringify(raw.slice(0, 80));
    mistakes.push(`${name} holds ${holds}, but must be ${wanted}.`);
    return undefined;
  };
  for (const name of Object.keys(variables) as (keyof typeof variables)[]) value(name);
  if (mistakes.length > 0) return { ok: false, mistakes };

  const logLevel = (value('LOG_LEVEL') ?? 'info') as Config['logLevel'];
  const token = value('BOT_TOKEN');
  if (token === undefined) {
    const port = value('PORT');
    const place = { host: value('HOST') ?? DEFAULT_HOST, port: Number(port ?? DEFAULT_PORT) };
    return { ok: true, config: { mode: 'local', logLevel, ...place, portIsSet: port !== undefined } };
  }
  const curators = value('CURATOR_CHAT_ID');
  const apiRoot = value('TELEGRAM_API_ROOT')?.replace(/\/+$/, '');
  const common = {
    token: new Secret(token),
    databaseUrl: new Secret(value('DATABASE_URL') ?? DEFAULT_DATABASE),
    host: value('HOST') ?? DEFAULT_HOST,
    ...(apiRoot ? { apiRoot } : {}),
    ...(curators === undefined ? {} : { curatorChatId: Number(curators) }),
    logLevel,
  };
  const port = value('PORT');
  if (value('BOT_MODE') !== 'webhook') {
    return {
      ok: true,
      config: { mode: 'polling', ...common, ...(port === undefined ? {} : { port: Number(port) }) },
    };
  }
  const [address, secret] = [value('WEBHOOK_URL'), value('WEBHOOK_SECRET')];
  const missing = (name: keyof typeof variables): string =>
    `${name} is not set, but with BOT_MODE=webhook it must be ${variables[name][1]}.`;
  if (address === undefined) mistakes.push(missing('WEBHOOK_URL'));
  if (secret === undefined) mistakes.push(missing('WEBHOOK_SECRET'));
  if (address === undefined || secret === undefined) return { ok: false, mistakes };
  const webhookUrl = new URL(address);
  if (OWN_PATHS.includes(webhookUrl.pathname)) {
    const own = `a path other than ${OWN_PATHS.join(', ')}`;
    return { ok: false, mistakes: [`WEBHOOK_URL holds ${JSON.stringify(address)}, but must have ${own}.`] };
  }
  return {
    ok: true,
    config: {
      mode: 'webhook',
      ...common,
      port: Number(port ?? DEFAULT_PORT),
      webhookUrl,
      webhookSecret: new Secret(secret),
    },
  };
}
