import { SAFETY_FORMS, type SafetyForm } from '../domain/curated.ts';
import type { Block } from '../domain/rich-text.ts';
import {
  ANSWER_PARTS,
  type AnswerPart,
  type MedicalDraft,
  type SafetyDraft,
  type TalkDraft,
} from './drafts.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { type Parsed, parseYaml } from './parse-yaml.ts';
import type { Problem } from './problem.ts';
import type { TextFile } from './read-folder.ts';
import { medicalFront, safetyFront, talkFront } from './schemas/content.ts';
import { type FrontMatterFile, splitFrontMatter } from './split-front-matter.ts';

type Kinds = ReadonlyMap<string, 'covered' | 'not-covered' | 'talk'>;

/** Reads one file of `content/answers/<group>/`. Its folder says which form it must have. */
export function readAnswer(
  file: TextFile,
  kindOf: Kinds,
  problems: Problem[],
): MedicalDraft | TalkDraft | SafetyDraft | undefined {
  const group = file.path.split('/')[2] ?? '';
  const parts = splitFrontMatter(file.path, file.text, problems);
  if (!parts) return undefined;
  if (group === 'safety') return readSafety(file.path, parts, problems);

  const body = parseMarkdown(file.path, parts.body, problems, parts.bodyLine);
  const kind = kindOf.get(group);
  if (kind === undefined) {
    problems.push({
      file: file.path,
      line: 1,
      rule: 'unknown-group',
      message: `The folder "${group}" is not a group of content/topics.yaml: add the group there, or move the file.`,
    });
    return undefined;
  }
  const common = { file: file.path, group, body };
  if (kind === 'talk') {
    const front = parseYaml(file.path, parts.front, talkFront, problems, parts.frontLine);
    if (!front) return undefined;
    const { button, ...rest } = front.value;
    return { kind: 'talk', ...common, ...rest, button, lines: linesOf(front, parts) };
  }
  const front = parseYaml(file.path, parts.front, medicalFront, problems, parts.frontLine);
  if (!front) return undefined;
  const { button, short, citations, corrected, ...rest } = front.value;
  return {
    kind: 'medical',
    ...common,
    ...rest,
    button,
    corrected,
    short: parseMarkdown(file.path, short, problems, front.lineOf('short')),
    citations: citations.map((quote, i) => ({ ...quote, line: front.lineOf('citations', i, 'quote') })),
    lines: linesOf(front, parts),
  };
}

function linesOf(front: Parsed<unknown>, { bodyLine }: FrontMatterFile): MedicalDraft['lines'] {
  const entries = ANSWER_PARTS.map((part) => [part, part === 'body' ? bodyLine : front.lineOf(part)]);
  return Object.fromEntries(entries) as Record<AnswerPart, number>;
}

/** A safety text has one `## <form>` section for each of {@link SAFETY_FORMS}. */
function readSafety(file: string, parts: FrontMatterFile, problems: Problem[]): SafetyDraft | undefined {
  const front = parseYaml(file, parts.front, safetyFront, problems, parts.frontLine);
  if (!front) return undefined;
  const forms = new Map<SafetyForm, { body: readonly Block[]; line: number }>();
  let lines: string[] = [];
  let open: { form: SafetyForm; line: number } | undefined;
  const close = (): void => {
    if (open)
      forms.set(open.form, {
        body: parseMarkdown(file, lines.join('\n'), problems, open.line),
        line: open.line,
      });
    lines = [];
  };
  for (const [i, line] of parts.body.split('\n').entries()) {
    const heading = /^## +(\S+)\s*$/.exec(line)?.[1];
    if (heading === undefined) {
      lines.push(line);
      continue;
    }
    close();
    const form = SAFETY_FORMS.find((known) => known === heading);
    open = form && { form, line: parts.bodyLine + i + 1 };
    if (!form) {
      const message = `"${heading}" is not a form of a safety text: use ${SAFETY_FORMS.join(', ')}.`;
      problems.push({ file, line: parts.bodyLine + i, rule: 'safety-form', message });
    }
  }
  close();
  return { kind: 'safety', file, id: front.value.id, card: front.value.card, forms };
}
