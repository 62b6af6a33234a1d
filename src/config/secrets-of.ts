import type { TelegramConfig } from './config.ts';

/** Everything in the configuration that must not be seen, for the log to mask: token, webhook secret, password. */
export function secretsOf(config: TelegramConfig): string[] {
  const token = config.token.reveal();
  const address = config.databaseUrl.reveal();
  const password = URL.canParse(address) ? new URL(address).password : '';
  return [
    token,
    token.slice(token.indexOf(':') + 1),
    ...(config.mode === 'webhook' ? [config.webhookSecret.reveal()] : []),
    ...(password === '' ? [] : [password, decode(password)]),
  ];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
