const SENTENCES = {
  'wrong-token': () =>
    'BOT_TOKEN holds a token that Telegram does not know (not shown): it should hold the one that @BotFather shows.',
  'second-program': () =>
    'Another program, or a webhook, gets the updates of this BOT_TOKEN: stop it, or give each program a bot of its own.',
  'port-taken': (address: string) =>
    `PORT and HOST hold ${address}, where this program may not listen or another one does: PORT should hold a free port.`,
  'no-such-host': (address: string) =>
    `HOST and PORT hold ${address}, but HOST should hold an address of this machine, such as 127.0.0.1.`,
  'webhook-refused': (answer: string) =>
    `WEBHOOK_URL holds an address that Telegram does not take ("${answer}"): it should hold the full public https address.`,
} as const;

/** Why the bot cannot run, in one sentence for the operator. Waiting does not help; exit status 2. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
  readonly reason: keyof typeof SENTENCES;

  /** @param detail an address or the words of Telegram, where the sentence needs one */
  constructor(reason: keyof typeof SENTENCES, detail = '') {
    super(SENTENCES[reason](detail));
    this.reason = reason;
  }
}
