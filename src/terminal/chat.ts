import type { Assistant } from '../answering/assistant.ts';
import { explain, explainInLines } from '../answering/explain.ts';
import { readChoice } from '../answering/read-choice.ts';
import type { Outcome } from '../answering/respond.ts';
import type { Action } from '../domain/button.ts';
import type { NoticeId } from '../domain/ids.ts';
import { answerId } from '../domain/ids.ts';
import { Reply } from '../domain/reply.ts';
import type { Matcher } from '../matching/create-matcher.ts';
import { type TypedButton, typedButtons } from '../rendering/typed-buttons.ts';

const PLACE = { surface: 'terminal', conversation: 'terminal' } as const;

const NOTICES: Readonly<Record<string, NoticeId>> = { '/start': 'welcome', '/safety': 'safety-promise' };
const TALK: Readonly<Record<string, string>> = { '/help': 'what-can-you-do', '/privacy': 'privacy' };
const MENUS: Readonly<Record<string, Action>> = { '/topics': { do: 'topics' }, '/source': { do: 'source' } };

/** The chat of one person at one terminal: a line in, a reply out. Knows nothing of the terminal itself. */
export interface Chat {
  readonly say: (line: string) => Reply | undefined;
}

export function createChat(assistant: Assistant, matcher: () => Matcher): Chat {
  let last: { readonly text: string; readonly outcome: Outcome } | undefined;
  /** What a typed number does: the buttons under the last reply, top to bottom. */
  let buttons: readonly TypedButton[] = [];
  /** Whether the last reply asked to choose. The assistant then knows better what a number means. */
  let choosing = false;

  const command = (name: string): Reply | undefined => {
    const [notice, talk, menu] = [NOTICES[name], TALK[name], MENUS[name]];
    if (notice) return assistant.say(notice);
    if (talk) return assistant.press({ do: 'answer', id: answerId(talk) }, PLACE);
    if (menu) return assistant.press(menu, PLACE);
    if (name === '/why' && last) {
      const lines = explainInLines(explain(last.outcome, matcher(), last.text));
      return Reply.explanation(lines, assistant.content.standing);
    }
    return undefined;
  };
  const answer = (line: string): Reply | undefined => {
    const place = readChoice(line, buttons.length);
    if (place === 'beyond' && !choosing) {
      const { notices, standing } = assistant.content;
      return Reply.notice(notices['no-such-number'], standing, { buttons: [buttons] });
    }
    const action = typeof place === 'number' ? buttons[place - 1]?.action : undefined;
    if (action && action.do !== 'none') return assistant.press(action, PLACE);
    const outcome = assistant.ask({ text: line, addressed: true, ...PLACE });
    last = { text: line, outcome };
    return outcome.reply;
  };

  return {
    say: (line) => {
      const reply = command(line.trim().toLowerCase()) ?? answer(line);
      if (reply) {
        buttons = typedButtons(reply);
        choosing = reply.blocks.some(({ kind }) => kind === 'choices');
      }
      return reply;
    },
  };
}
