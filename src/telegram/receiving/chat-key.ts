import type { Update } from 'grammy/types';

/** Updates with one key are handled one after the other: those of a chat, or of a person where there is no chat. */
export function chatKeyOf(update: Update): string {
  for (const [kind, content] of Object.entries(update)) {
    if (kind === 'update_id' || !isObject(content)) continue;
    const { chat, message, from } = content;
    const id = idOf(chat) ?? (isObject(message) ? idOf(message['chat']) : undefined) ?? idOf(from);
    if (id !== undefined) return id;
  }
  return `update ${update.update_id}`;
}

function idOf(value: unknown): string | undefined {
  return isObject(value) && typeof value['id'] === 'number' ? String(value['id']) : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
