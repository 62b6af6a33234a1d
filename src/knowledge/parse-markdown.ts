import type { PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Block, Span } from '../domain/rich-text.ts';
import type { Problem } from './problem.ts';

/**
 * Turns the small part of Markdown that every channel can show (paragraphs, `- ` lists, **bold**, *italic*) into
 * blocks. Anything else is a problem, so that nothing is lost without a word between a file and a phone.
 */
export function parseMarkdown(file: string, text: string, problems: Problem[], firstLine = 1): Block[] {
  const refuse = (node: { type: string; position?: { start: { line: number } } | undefined }): void => {
    const line = (node.position?.start.line ?? 1) + firstLine - 1;
    problems.push({
      file,
      line,
      rule: 'markdown',
      message: `"${node.type}" is not shown on Telegram: use plain paragraphs, "- " lists, **bold** or *italic*.`,
    });
  };
  const spans = (nodes: readonly PhrasingContent[], style?: Span['style']): Span[] =>
    nodes.flatMap((node): Span[] => {
      switch (node.type) {
        case 'text':
          return [{ text: node.value.replaceAll('\n', ' '), ...(style ? { style } : {}) }];
        case 'strong':
          return spans(node.children, 'bold');
        case 'emphasis':
          return spans(node.children, 'italic');
        default:
          refuse(node);
          return [];
      }
    });
  const block = (node: RootContent): Block[] => {
    switch (node.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', spans: spans(node.children) }];
      case 'list':
        return [
          {
            kind: 'list',
            items: node.children.map((item) =>
              item.children.flatMap((child) => {
                if (child.type === 'paragraph') return spans(child.children);
                refuse(child);
                return [];
              }),
            ),
          },
        ];
      default:
        refuse(node);
        return [];
    }
  };
  return fromMarkdown(text).children.flatMap(block);
}
