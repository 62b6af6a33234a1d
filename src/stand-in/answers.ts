import type { UserFromGetMe } from 'grammy/types';

/** An answer of the Bot API. */
export type Answer =
  | { readonly ok: true; readonly result: unknown }
  | {
      readonly ok: false;
      readonly error_code: number;
      readonly description: string;
      readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
    };

export const BOT: UserFromGetMe = {
  id: 7_000_000_001,
  is_bot: true,
  first_name: 'CRPS answers',
  username: 'crps_answers_bot',
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
} as UserFromGetMe;

export function accept(result: unknown): Answer {
  return { ok: true, result };
}

export function refuse(description: string, code = 400): Answer {
  return { ok: false, error_code: code, description };
}

export const FAULTS = {
  blocked: refuse('Forbidden: bot was blocked by the user', 403),
  badGateway: refuse('Bad Gateway', 502),
  tooMany: (seconds: number): Answer => ({
    ok: false,
    error_code: 429,
    description: `Too Many Requests: retry after ${seconds}`,
    parameters: { retry_after: seconds },
  }),
} as const;
