import type { Asked, AskTelegram } from './ask-telegram.ts';
import { type Finding, ok, problem, warning } from './finding.ts';

/** What the environment says about Telegram. */
export interface TelegramSetting {
  readonly mode: 'polling' | 'webhook';
  readonly webhookUrl?: URL | undefined;
  readonly curatorChatId?: number | undefined;
  readonly now?: () => number;
}

/** Seconds that a clock may be off. */
const SKEW_WARNING = 5;
const SKEW_PROBLEM = 60;
const MANY_PENDING = 100;
const RECENT_MS = 3_600_000;
/** Ports that Telegram posts to (core.telegram.org/bots/api#setwebhook). */
const PORTS = ['', '443', '80', '88', '8443'];

/** Checks all that the Bot API shows: token, clock, what the bot may do, webhook, the curators' chat. Changes nothing. */
export async function checkTelegram(ask: AskTelegram, setting: TelegramSetting): Promise<Finding[]> {
  const { now = Date.now } = setting;
  const asked = now();
  const me = await ask('getMe');
  if (!me.ok) return [whyNot(me)];
  // The answer was written somewhere in between.
  const here = (asked + now()) / 2;
  return [
    ok('token', `Telegram knows this bot: @${String(me.result['username'])}.`),
    checkClock(me.serverTime, here),
    ...checkFlags(me.result),
    ...(await checkWebhook(ask, setting)),
    await checkCurators(ask, setting, Number(me.result['id'])),
  ];
}

function whyNot(asked: Exclude<Asked, { ok: true }>): Finding {
  if (asked.ok === undefined) {
    const todo = 'check the network, a proxy or firewall, and TELEGRAM_API_ROOT';
    return problem('telegram', `the Bot API was not reached (${asked.cause}).`, todo);
  }
  if (asked.code === 401 || asked.code === 404) {
    return problem('token', 'Telegram does not know this token.', 'copy the token from @BotFather again');
  }
  return problem(
    'telegram',
    `the Bot API answers ${asked.code}: ${asked.description}`,
    'try again in a minute',
  );
}

function checkClock(server: number | undefined, here: number): Finding {
  if (server === undefined)
    return warning('clock', 'the Bot API sends no time.', 'compare the clock yourself');
  // The header counts whole seconds.
  const seconds = Math.round(Math.max(0, Math.abs(here - server - 500) - 500) / 1_000);
  const says = `${seconds} s ${here < server ? 'behind' : 'ahead of'} Telegram's.`;
  const todo = 'let the system keep time, such as with systemd-timesyncd or chrony';
  if (seconds > SKEW_PROBLEM) return problem('clock', says, todo);
  return seconds > SKEW_WARNING ? warning('clock', says, todo) : ok('clock', says);
}

function checkFlags(me: Readonly<Record<string, unknown>>): Finding[] {
  const flag = (name: string, field: string, yes: string, no: string, todo: string): Finding =>
    me[field] === true ? ok(name, yes) : warning(name, no, todo);
  return [
    me['can_read_all_group_messages'] === true
      ? warning(
          'privacy mode',
          'off: in groups that it joined since, the bot gets every message.',
          'unless you mean it so: /setprivacy at @BotFather, then remove the bot from its groups and add it again',
        )
      : ok('privacy mode', 'on: in groups the bot gets commands and replies to it, unless it is an admin.'),
    flag(
      'groups',
      'can_join_groups',
      'the bot can be added to groups.',
      'the bot cannot be added to groups.',
      '/setjoingroups at @BotFather',
    ),
    flag(
      'inline mode',
      'supports_inline_queries',
      'on: @name and a few words work in any chat.',
      'off: @name and a few words do nothing.',
      '/setinline at @BotFather',
    ),
    flag(
      'guest mode',
      'supports_guest_queries',
      'on: the bot can be called in groups that it has not joined.',
      'off: the bot cannot be called in groups that it has not joined.',
      'turn it on in the settings of @BotFather',
    ),
  ];
}

async function checkWebhook(
  ask: AskTelegram,
  { mode, webhookUrl, now = Date.now }: TelegramSetting,
): Promise<Finding[]> {
  const info = await ask('getWebhookInfo');
  if (!info.ok) return [warning('webhook', 'Telegram did not say what is set.', 'try again in a minute')];
  const { url, pending_update_count: pending, last_error_date: at, last_error_message: error } = info.result;
  const findings = [compareWebhook(mode, webhookUrl, String(url ?? ''))];
  const waiting = Number(pending ?? 0);
  findings.push(
    waiting > MANY_PENDING
      ? warning(
          'pending',
          `${waiting} updates wait at Telegram.`,
          'start the bot, or look into its log for why it takes none',
        )
      : ok('pending', `${waiting} updates wait at Telegram.`),
  );
  const age = now() - Number(at ?? 0) * 1_000;
  if (at !== undefined && age < RECENT_MS) {
    findings.push(
      problem(
        'webhook error',
        `${Math.round(age / 60_000)} minutes ago: ${String(error)}`,
        'check that the proxy passes the path on, that the certificate is valid, and that WEBHOOK_SECRET is the same',
      ),
    );
  }
  return findings;
}

function compareWebhook(mode: TelegramSetting['mode'], wanted: URL | undefined, url: string): Finding {
  if (mode === 'polling') {
    if (url === '') return ok('webhook', 'none is set, as BOT_MODE=polling needs it.');
    const host = hostOf(url);
    return warning(
      'webhook',
      `one is set (${host}), but BOT_MODE is polling.`,
      'npm start removes it; if another program uses it, give it a bot of its own',
    );
  }
  if (wanted && (wanted.protocol !== 'https:' || !PORTS.includes(wanted.port))) {
    return problem(
      'webhook',
      'WEBHOOK_URL is no address that Telegram posts to.',
      'use https and port 443, 80, 88 or 8443',
    );
  }
  if (url === '') return warning('webhook', 'none is set yet.', 'npm start sets it');
  return url === wanted?.href
    ? ok('webhook', `set to WEBHOOK_URL (${hostOf(url)}).`)
    : problem(
        'webhook',
        `set to another address (${hostOf(url)}) than WEBHOOK_URL.`,
        'npm start sets it anew; if another program uses it, give it a bot of its own',
      );
}

/** The path may be as good as a password. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'an address that cannot be read';
}

async function checkCurators(
  ask: AskTelegram,
  { curatorChatId: chat }: TelegramSetting,
  me: number,
): Promise<Finding> {
  const name = "curators' chat";
  if (chat === undefined) return ok(name, 'CURATOR_CHAT_ID is not set: nobody is told of open questions.');
  const member = await ask('getChatMember', { chat_id: chat, user_id: me });
  if (!member.ok) {
    return problem(
      name,
      'the bot cannot reach it.',
      'add the bot to that chat, and check the number in CURATOR_CHAT_ID',
    );
  }
  const { status, can_send_messages: maySend } = member.result;
  const may =
    status === 'administrator' ||
    status === 'creator' ||
    status === 'member' ||
    (status === 'restricted' && maySend === true);
  return may
    ? ok(name, 'the bot is in it and may write.')
    : problem(name, `the bot may not write there (${String(status)}).`, 'add it, and let it send messages');
}
