import type { Reply } from '../domain/reply.ts';
import { type Block, blockText } from '../domain/rich-text.ts';

/**
 * A reply as bare text: what `ask` prints and what a screen reader says. The folded quotes are left out (they stand in
 * `citations`); the caveats never are.
 */
export function plainText(reply: Reply): string {
  const blocks: readonly Block[] = isPassage(reply.blocks)
    ? reply.blocks
    : reply.blocks.filter((block) => block.kind !== 'quote');
  return blocks.map(blockText).join('\n\n');
}

/** A passage of the document has nothing to say but its quotes. */
function isPassage(blocks: readonly Block[]): boolean {
  return !blocks.some((block) => block.kind === 'paragraph' || block.kind === 'list');
}
