import type { ApiClientOptions } from 'grammy';
import type { BotApi } from './bot-api.ts';

/** Takes the place of the network: what the bot would send over it is checked and answered by the Bot API in memory. */
export function createStandInFetch(api: Pick<BotApi, 'call'>): NonNullable<ApiClientOptions['fetch']> {
  const fetch = async (url: string, { body }: { body: string }) => {
    const answer = api.call(url.split('/').at(-1) ?? '', JSON.parse(body));
    if (answer === 'reset') throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    return { json: async () => answer };
  };
  return fetch as unknown as NonNullable<ApiClientOptions['fetch']>;
}
