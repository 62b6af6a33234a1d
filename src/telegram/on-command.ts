import type { Composer, NextFunction } from 'grammy';
import type { BotContext } from './context.ts';
import { readCommand } from './read-command.ts';

/**
 * Handles a command of this bot, whatever its case. What stands after it is in `match`, lines and all: grammY's own
 * `command` is particular about the case, and takes the first line breaks away.
 */
export function onCommand<C extends BotContext>(
  composer: Composer<C>,
  name: string,
  handle: (context: BotContext, next: NextFunction) => unknown,
): void {
  composer
    .filter((context) => {
      const command = context.message && readCommand(context.message, context.me);
      if (command?.name !== name) return false;
      context.match = command.text;
      return true;
    })
    .use((context, next) => handle(context, next));
}
