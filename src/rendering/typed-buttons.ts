import { type Action, type Button, isAction } from '../domain/button.ts';
import type { Reply } from '../domain/reply.ts';

/** A button that can be typed as a number where nothing can be tapped. */
export type TypedButton = Button & { readonly action: Action };

/** The buttons of a reply in the order of their numbers, from 1: what a terminal lists is what it takes. */
export function typedButtons(reply: Reply): readonly TypedButton[] {
  return reply.buttons.flat().flatMap(({ label, action }) => (isAction(action) ? [{ label, action }] : []));
}
