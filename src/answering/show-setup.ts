import type { Button } from '../domain/button.ts';
import type { NoticeId } from '../domain/ids.ts';
import type { Content } from '../domain/knowledge.ts';
import { Reply } from '../domain/reply.ts';

/** What a channel knows of a group, and of the bot in it. What it cannot know is not here. */
export interface SetupFacts {
  readonly admin: boolean;
  readonly mayDelete: boolean;
  readonly mayPin: boolean;
  readonly maySend: boolean;
  /** A basic group, which has no replied-to text and no links to messages. */
  readonly basic: boolean;
  readonly topics: boolean;
  /** Whether privacy mode is off for the bot as a whole. Whether it is in this group, nobody can ask. */
  readonly readsAll: boolean;
  readonly inline: boolean;
  readonly guest: boolean;
  /** Whether admins want to be told of a crisis. */
  readonly tellAdmins: boolean;
}

/** What the bot can and cannot do in a group, here and now, with what mends each gap. */
export function showSetup(content: Content, facts: SetupFacts): Reply {
  const { notices, labels, standing } = content;
  const lines: NoticeId[] = [
    ...rightLines(facts),
    ...(facts.basic ? (['setup-basic-group'] as const) : []),
    ...(facts.topics ? (['setup-topics'] as const) : []),
    facts.inline ? 'setup-inline-on' : 'setup-inline-off',
    facts.guest ? 'setup-guest-on' : 'setup-guest-off',
    'setup-whisper',
    ...(facts.tellAdmins && !facts.admin ? (['tell-needs-admin'] as const) : []),
  ];
  const missing = !facts.admin || !facts.mayDelete || !facts.mayPin;
  const buttons: Button[][] = missing ? [[{ label: labels['give-rights'], action: { do: 'promote' } }]] : [];
  return Reply.notice(notices.setup, standing, { below: lines.map((id) => notices[id]), buttons });
}

function rightLines({ admin, mayDelete, mayPin, maySend, readsAll }: SetupFacts): NoticeId[] {
  if (!admin) {
    return [
      ...(maySend ? [] : (['setup-muted'] as const)),
      'setup-not-admin',
      readsAll ? 'setup-privacy-off' : 'setup-privacy-on',
    ];
  }
  return [
    'setup-admin',
    ...(mayDelete ? [] : (['setup-no-delete'] as const)),
    ...(mayPin ? [] : (['setup-no-pin'] as const)),
  ];
}
