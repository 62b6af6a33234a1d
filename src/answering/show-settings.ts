import type { Button } from '../domain/button.ts';
import type { LabelId } from '../domain/ids.ts';
import type { Content } from '../domain/knowledge.ts';
import { Reply } from '../domain/reply.ts';
import type { GroupSettings } from '../domain/stores.ts';

/** A setting and what it can be set to: the value, and the caption that says so. */
interface Choices<K extends keyof GroupSettings = keyof GroupSettings> {
  readonly setting: K;
  readonly choices: readonly (readonly [GroupSettings[K], LabelId])[];
}

function setting<K extends keyof GroupSettings>(
  name: K,
  ...choices: readonly (readonly [GroupSettings[K], LabelId])[]
): Choices {
  return { setting: name, choices } as unknown as Choices;
}

const SETTINGS: readonly Choices[] = [
  setting('whoMayAsk', ['everyone', 'who-everyone'], ['admins', 'who-admins']),
  setting(
    'coolDownSeconds',
    [0, 'pause-none'],
    [30, 'pause-30-seconds'],
    [120, 'pause-2-minutes'],
    [600, 'pause-10-minutes'],
  ),
  setting(
    'removeNoAnswersAfterMinutes',
    [0, 'no-answer-stays'],
    [10, 'no-answer-10-minutes'],
    [60, 'no-answer-1-hour'],
  ),
  setting(
    'alreadyAnsweredMinutes',
    [0, 'again-always'],
    [60, 'again-1-hour'],
    [360, 'again-6-hours'],
    [1440, 'again-1-day'],
  ),
  setting(
    'helpline',
    [undefined, 'helpline-none'],
    ['helpline-us-canada', 'helpline-us-canada'],
    ['helpline-uk-ireland', 'helpline-uk-ireland'],
    ['helpline-australia', 'helpline-australia'],
  ),
  setting('tellAdmins', [false, 'tell-no'], [true, 'tell-yes']),
  setting('keepUnanswered', [true, 'keep-yes'], [false, 'keep-no']),
];

/**
 * The settings of a group, a button for each: its caption says how it is set, a press sets the next choice. What cannot
 * be done here is said under them.
 *
 * @param canWhisper whether the bot is an admin: only then can it tell admins anything
 */
export function showSettings(
  { notices, labels, standing }: Content,
  settings: GroupSettings,
  canWhisper: boolean,
): Reply {
  const rows = SETTINGS.map(({ setting: name, choices }, place): Button[] => {
    const now = Math.max(
      0,
      choices.findIndex(([value]) => value === settings[name]),
    );
    const [, label] = choices[now] ?? choices[0] ?? [];
    if (label === undefined) throw new Error(`The setting ${name} has no choices.`);
    const choice = (now + 1) % choices.length;
    return [{ label: labels[label], action: { do: 'set', setting: String(place), choice } }];
  });
  const done: Button = { label: labels.done, action: { do: 'set', setting: 'done', choice: 0 } };
  const below = settings.tellAdmins && !canWhisper ? [notices['tell-needs-admin']] : [];
  return Reply.notice(notices.settings, standing, { below, buttons: [...rows, [done]] });
}

/** What a press of such a button changes; undefined for a button of another version. */
export function readSetting(place: string, choice: number): Partial<GroupSettings> | undefined {
  const found = SETTINGS[Number(place)];
  const chosen = found?.choices[choice];
  return found && chosen ? { [found.setting]: chosen[0] } : undefined;
}
