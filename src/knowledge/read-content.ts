import { createHash } from 'node:crypto';
import type {
  ContentDraft,
  MedicalDraft,
  SafetyDraft,
  SentenceDraft,
  TalkDraft,
  UnreadDraft,
} from './drafts.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { parseYaml } from './parse-yaml.ts';
import type { Problem } from './problem.ts';
import { readAnswer } from './read-answer.ts';
import type { TextFile } from './read-folder.ts';
import { readUnread } from './read-unread.ts';
import {
  caveatsFile,
  commandsFile,
  houseRulesFile,
  languagesFile,
  noticesFile,
  sourceFile,
  type TopicsFile,
  topicsFile,
} from './schemas/content.ts';

/**
 * Reads the files of `content/` into a draft. Undefined, with problems, when a file that everything else needs is
 * missing or of the wrong form. What can be read all the same is read, so that its problems are told too.
 */
export function readContent(files: readonly TextFile[], problems: Problem[]): ContentDraft | undefined {
  const find = (path: string): TextFile | undefined => {
    const file = files.find((candidate) => candidate.path === path);
    if (!file) problems.push({ file: path, line: 1, rule: 'missing-file', message: 'This file must exist.' });
    return file;
  };
  const yaml = <T>(path: string, schema: Parameters<typeof parseYaml<T>>[2]) => {
    const file = find(path);
    return file && parseYaml(path, file.text, schema, problems);
  };

  const caveats = yaml('content/caveats.yaml', caveatsFile);
  const house = yaml('content/house-rules.yaml', houseRulesFile);
  const topics = yaml('content/topics.yaml', topicsFile);
  const notices = yaml('content/notices.yaml', noticesFile);
  const commands = yaml('content/commands.yaml', commandsFile);
  const languages = yaml('content/languages.yaml', languagesFile);
  const source = yaml('content/source/source.yaml', sourceFile);
  const document = source && find(`content/source/${source.value.file}`);
  const answers = topics ? readAnswers(files, topics.value, problems) : { read: [], unread: [] };
  if (!caveats || !house || !topics || !notices || !languages || !commands || !source || !document)
    return undefined;

  const sentences = (file: string, texts: Readonly<Record<string, string>>, lineOf: (id: string) => number) =>
    Object.entries(texts).map(([id, text]): SentenceDraft => {
      const line = lineOf(id);
      return { id, body: parseMarkdown(file, text, problems, line), file, line };
    });

  return {
    document: document.text.split(/\r?\n\s*\r?\n/).map((text) => text.trim()),
    documentFile: document.path,
    documentHash: {
      pinned: source.value.sha256,
      found: createHash('sha256').update(document.text).digest('hex'),
      line: source.lineOf('sha256'),
    },
    passages: source.value.passages.map((passage, i) => ({ ...passage, line: source.lineOf('passages', i) })),
    sourceFile: 'content/source/source.yaml',
    medical: answers.read.filter((answer) => answer.kind === 'medical'),
    talk: answers.read.filter((answer) => answer.kind === 'talk'),
    safety: answers.read.filter((answer) => answer.kind === 'safety'),
    unread: answers.unread,
    notices: sentences('content/notices.yaml', notices.value.notices, (id) => notices.lineOf('notices', id)),
    languages: sentences('content/languages.yaml', languages.value, (code) => languages.lineOf(code)),
    labels: Object.entries(notices.value.labels).map(([id, text]) => ({
      id,
      text,
      line: notices.lineOf('labels', id),
    })),
    commands: commands.value.map((command, i) => ({ ...command, line: commands.lineOf(i) })),
    topics: topics.value,
    topicLines: topics.value.map(({ answers: ids }, i) => ({
      answers: ids.map((_, j) => topics.lineOf(i, 'answers', j)),
    })),
    caveats: caveats.value,
    caveatLines: Object.fromEntries(
      Object.keys(caveats.value.levels).map((level) => [level, caveats.lineOf('levels', level)]),
    ),
    house: house.value,
  };
}

/** The answers whose files have the right form, and those that have not. */
function readAnswers(files: readonly TextFile[], topics: TopicsFile, problems: Problem[]) {
  const kindOf = new Map(topics.map((topic) => [topic.group, topic.kind]));
  const read: (MedicalDraft | TalkDraft | SafetyDraft)[] = [];
  const unread: UnreadDraft[] = [];
  for (const file of files.filter(({ path }) => path.startsWith('content/answers/'))) {
    const answer = readAnswer(file, kindOf, problems);
    if (answer) read.push(answer);
    else unread.push(readUnread(file));
  }
  return { read, unread };
}
