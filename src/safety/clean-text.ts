const LONGEST = 65_536;
const TAIL = 16_384;

const ASCII = /^[\n\x20-\x7e]*$/;
/** Soft hyphen, zero-width characters, bidirectional marks, fillers, tags: nothing that a reader sees. */
const INVISIBLE =
  /[\u00AD\u061C\u115F\u1160\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\u{E0000}-\u{E007F}]/gu;
/** Accents and variation selectors. */
const MARKS = /\p{Mn}/gu;
/** A bot that is addressed: its name says nothing. */
const BOT_NAME = /@\w{1,29}bot\b/gi;
const APOSTROPHES = /[\u2018\u2019\u201A\u201B\u2032\u02BC\u02B9\u00B4`\uFF07]/g;
const LETTER_SIGNS = /[\u{1F150}-\u{1F169}\u{1F170}-\u{1F189}\u{1F1E6}-\u{1F1FF}]/gu;
const SMALL_CAPITALS = 'ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡxʏᴢ';
const SMALL_CAPITAL = /[ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘꞯʀꜱᴛᴜᴠᴡʏᴢ]/gu;

/**
 * The message in the plainest letters that show the same: compatibility forms and accents folded, invisible characters
 * removed, one kind of apostrophe, pictographs named. Capitals stay. Of a message over 64 KiB the first 48 KiB and the
 * last 16 KiB are read.
 */
export function cleanText(text: string, emoji: ReadonlyMap<string, string>): string {
  const whole = text.length <= LONGEST ? text : `${text.slice(0, LONGEST - TAIL)}\n${text.slice(-TAIL)}`;
  // Of all that is folded below, plain ASCII can hold these two.
  if (ASCII.test(whole)) return whole.replace(BOT_NAME, ' ').replaceAll('`', "'");
  const folded = whole
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(BOT_NAME, ' ')
    .replace(APOSTROPHES, "'")
    .normalize('NFD')
    .replace(MARKS, '')
    .replace(LETTER_SIGNS, nameLetterSign)
    .replace(SMALL_CAPITAL, (sign) => String.fromCharCode(97 + [...SMALL_CAPITALS].indexOf(sign)));
  return folded.replace(/\p{Extended_Pictographic}/gu, (sign) => ` ${emoji.get(sign) ?? '\u2022'} `);
}

function nameLetterSign(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const first = [0x1f1e6, 0x1f170, 0x1f150].find((start) => code >= start) ?? code;
  return String.fromCharCode(97 + code - first);
}
