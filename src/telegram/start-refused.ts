const SENTENCES = {
  'wrong-token':
    'BOT_TOKEN holds a token that Telegram does not know (not shown): it should hold the one that @BotFather shows.',
  'second-program':
    'Another program, or a webhook, gets the updates of this BOT_TOKEN: stop it, or give each program a bot of its own.',
} as const;

/** Why the bot cannot run, in one sentence for the operator. Waiting does not help; exit status 2. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
  readonly reason: keyof typeof SENTENCES;

  constructor(reason: keyof typeof SENTENCES) {
    super(SENTENCES[reason]);
    this.reason = reason;
  }
}
