import { Composer } from 'grammy';
import type { BotContext } from '../context.ts';
import type { Desk } from '../groups/desk.ts';

/** A group became a supergroup: said once in the old and once in the new one, in either order. Its settings go along. */
export function migration(desk: Desk): Composer<BotContext> {
  const feature = new Composer<BotContext>();
  feature.on('message:migrate_to_chat_id', ({ chat, message }) =>
    move(desk, chat.id, message.migrate_to_chat_id),
  );
  feature.on('message:migrate_from_chat_id', ({ chat, message }) =>
    move(desk, message.migrate_from_chat_id, chat.id),
  );
  return feature;
}

async function move(desk: Desk, from: number, to: number): Promise<void> {
  desk.moved.add(to);
  desk.members.forget(from);
  desk.members.forget(to);
  await desk.memory.migrate(from, to);
}
