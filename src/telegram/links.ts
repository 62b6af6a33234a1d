/** The address that opens the private chat: at an answer, a page or a safety text when an id is given. */
export function deepLink(botName: string, id?: string): string {
  return id === undefined ? `https://t.me/${botName}` : `https://t.me/${botName}?start=${id}`;
}

/** The address that asks an admin for the rights the bot can use in one of their groups. */
export function promoteLink(botName: string): string {
  return `https://t.me/${botName}?startgroup=setup&admin=delete_messages+pin_messages`;
}

/** The address of a message, for members of its chat. Only supergroups have one: undefined for other chats. */
export function messageLink(
  chatId: number,
  messageId: number,
  threadId?: number | undefined,
): string | undefined {
  const inner = /^-100(\d+)$/.exec(String(chatId))?.[1];
  if (inner === undefined) return undefined;
  return `https://t.me/c/${[inner, ...(threadId === undefined ? [] : [threadId]), messageId].join('/')}`;
}
