import { isCollection, isScalar, isSeq, parseDocument, stringify } from 'yaml';

/** Longest wording that a file of `intents/` may hold. */
const LONGEST = 500;

/** Why a text cannot be a wording, in one sentence; undefined when it can. */
export function whyNoWording(text: string): string | undefined {
  if (text.trim() === '') return 'A wording needs words.';
  if (text.length > LONGEST) return `A wording has at most ${LONGEST} characters.`;
  if (/\[(?:link|email|name|address|number)\]/u.test(text))
    return 'Something was taken out of this text: type the wording as people would ask it.';
  return undefined;
}

/**
 * Adds a wording as the last of the phrasings in a file of `intents/<group>/`. One line is inserted; every other
 * character, comment and line ending stays. Throws when the text is not such a file.
 */
export function addWording(yaml: string, wording: string): string {
  const text = wording.replace(/\s+/g, ' ').trim();
  const document = parseDocument(yaml);
  const list = document.get('phrasings', true);
  if (document.errors.length > 0 || !isSeq(list)) throw new Error('The file has no list of phrasings.');
  const last = list.items.at(-1);
  const end = isScalar(last) || isCollection(last) ? last.range?.[1] : undefined;
  const start = isScalar(last) || isCollection(last) ? last.range?.[0] : undefined;
  if (list.flow || end === undefined || start === undefined) {
    document.addIn(['phrasings'], text);
    return document.toString({ lineWidth: 0 });
  }
  const newline = yaml.includes('\r\n') ? '\r\n' : '\n';
  const lineStart = yaml.lastIndexOf('\n', yaml.lastIndexOf('-', start)) + 1;
  const indent = /^[ ]*/.exec(yaml.slice(lineStart))?.[0] ?? '';
  const line = `${indent}- ${stringify(text, { lineWidth: 0 }).trimEnd()}`;
  const at = yaml[end - 1] === '\n' ? end : nextLine(yaml, end);
  const head = yaml.slice(0, at);
  return `${head}${head.endsWith('\n') ? '' : newline}${line}${newline}${yaml.slice(at)}`;
}

function nextLine(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at + 1;
}
