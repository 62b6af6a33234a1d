import type { Buttons } from '../../domain/button.ts';
import type { Content } from '../../domain/knowledge.ts';
import type { Reply } from '../../domain/reply.ts';

/** Adds to a reply in private what its reader can say about it: whether it helped, or that curators may read the question. */
export function dress({ labels, standing }: Content, reply: Reply, open: boolean): Reply {
  const [id] = reply.answers;
  const vote: Buttons =
    id === undefined
      ? []
      : [
          [
            { label: labels.helped, action: { do: 'vote', id, helped: true } },
            { label: labels['not-what-i-asked'], action: { do: 'vote', id, helped: false } },
          ],
        ];
  const release: Buttons = open ? [[{ label: labels['send-to-curators'], action: { do: 'release' } }]] : [];
  const buttons = [...vote, ...release];
  return buttons.length === 0 ? reply : reply.with(standing, { buttons });
}
