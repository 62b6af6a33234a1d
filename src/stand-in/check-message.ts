/** A payload as it came over the wire. */
export type Payload = Readonly<Record<string, unknown>>;

/** What the Bot API says about a text that it refuses; `strict:` marks what it would take but members would suffer from. */
export function checkText(payload: Payload): string | undefined {
  const { text, entities = [], link_preview_options: preview, parse_mode: mode } = payload;
  if (typeof text !== 'string' || text.trim() === '') return 'Bad Request: message text is empty';
  if (text.length > 4096) return 'Bad Request: message is too long';
  if (text !== text.trim()) return 'strict: Telegram would trim the text and shift nothing else';
  if (/[\uD800-\uDFFF]/u.test(text)) return 'Bad Request: strings must be encoded in UTF-8';
  if (mode !== undefined) return 'strict: a parse mode reads text as markup';
  if (!isObject(preview) || preview['is_disabled'] !== true) return 'strict: the link preview is on';
  return checkEntities(text, entities);
}

const TYPES = new Set(['bold', 'italic', 'expandable_blockquote', 'code']);

interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

export function checkEntities(text: string, entities: unknown): string | undefined {
  if (!Array.isArray(entities)) return "Bad Request: can't parse entities";
  if (entities.length > 100) return 'strict: Telegram would drop the entities after the hundredth';
  const list = entities as Entity[];
  for (const { type, offset, length } of list) {
    if (!TYPES.has(type)) return `strict: nobody expects an entity of type ${type}`;
    if (!Number.isInteger(offset) || !Number.isInteger(length) || offset < 0 || length < 1) {
      return "Bad Request: can't parse MessageEntity: wrong offset or length";
    }
    if (offset + length > text.length) return 'strict: an entity reaches past the end of the text';
    if (splitsSurrogates(text, offset) || splitsSurrogates(text, offset + length)) {
      return 'strict: an entity cuts through a character';
    }
  }
  for (const [i, a] of list.entries()) {
    for (const b of list.slice(i + 1)) {
      const wrong = overlapWrongly(a, b) || (a.type === b.type && touch(a, b));
      if (wrong) return `strict: ${a.type} and ${b.type} overlap wrongly`;
    }
  }
  return undefined;
}

function splitsSurrogates(text: string, at: number): boolean {
  const isLow = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  return isLow && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
}

/** Entities may be nested or apart, but neither may begin inside the other and end outside. */
function overlapWrongly(a: Entity, b: Entity): boolean {
  const [first, second] = a.offset <= b.offset ? [a, b] : [b, a];
  const inside = second.offset > first.offset && second.offset < first.offset + first.length;
  return inside && second.offset + second.length > first.offset + first.length;
}

function touch(a: Entity, b: Entity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

/** What the Bot API says about buttons that it refuses. */
export function checkKeyboard(markup: unknown): string | undefined {
  if (markup === undefined) return undefined;
  const rows = isObject(markup) ? markup['inline_keyboard'] : undefined;
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
    return 'Bad Request: object expected as reply markup';
  }
  if (rows.length === 0 || rows.some((row) => row.length === 0)) return 'strict: an empty row of buttons';
  const buttons = rows.flat() as unknown[];
  if (buttons.length > 100) return 'Bad Request: REPLY_MARKUP_TOO_LONG';
  for (const button of buttons) {
    if (!isObject(button)) return "Bad Request: can't parse inline keyboard button";
    const { text, callback_data: data, url, ...rest } = button;
    if (typeof text !== 'string' || text.trim() === '') return 'Bad Request: text buttons are empty';
    if (text.length > 64) return 'strict: a phone would cut the caption off';
    if (Object.keys(rest).length > 0) return `strict: nobody expects ${Object.keys(rest)} on a button`;
    if (url !== undefined) {
      if (data !== undefined) return 'Bad Request: a button does one thing';
      if (!/^https:\/\/t\.me\/\S+$/.test(String(url))) return 'Bad Request: BUTTON_URL_INVALID';
      continue;
    }
    if (typeof data !== 'string' || data === '' || Buffer.byteLength(data) > 64) {
      return 'Bad Request: BUTTON_DATA_INVALID';
    }
  }
  return undefined;
}

export function isObject(value: unknown): value is Payload {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A message in a topic says so: a press under it is answered there. */
export function topicIn({ message_thread_id: id }: Payload): Payload {
  return id === undefined ? {} : { message_thread_id: id, is_topic_message: true };
}
