import { Bot } from 'grammy';
import { describe, expect, test } from 'vitest';
import type { Reply } from '../../src/domain/reply.ts';
import { sendCommands, sendDescription, sendReply } from '../../src/telegram/deliver.ts';
import { refuseUnsealedText, UnsealedText } from '../../src/telegram/guard.ts';
import { createSetting } from '../support/telegram/in-process.ts';

const LOOK = { inMenu: false, botName: 'crps_answers_bot' };

describe('only a sealed reply leaves the bot', () => {
  const { bot, api, assistant, person } = createSetting();
  const chat = person.chat.id;
  const reply = assistant.follow('awake-dose', { surface: 'private' });

  test.each([
    ['sendMessage', () => bot.api.sendMessage(chat, 'Take 50 mg')],
    ['sendMessage, raw', () => bot.api.raw.sendMessage({ chat_id: chat, text: 'Take 50 mg' })],
    ['editMessageText', () => bot.api.editMessageText(chat, 1, 'Take 50 mg')],
    ['editMessageCaption', () => bot.api.editMessageCaption(chat, 1, { caption: 'Take 50 mg' })],
    ['sendPhoto', () => bot.api.sendPhoto(chat, 'file', { caption: 'Take 50 mg' })],
    ['sendPhoto without a caption', () => bot.api.sendPhoto(chat, 'file')],
    ['copyMessage', () => bot.api.copyMessage(chat, chat, 1, { caption: 'Take 50 mg' })],
    ['forwardMessage', () => bot.api.forwardMessage(chat, chat, 1)],
    ['sendPoll', () => bot.api.sendPoll(chat, 'Take it?', [{ text: '50 mg' }, { text: '90 mg' }])],
    ['a toast', () => bot.api.answerCallbackQuery('1', { text: '50 mg' })],
    ['an address to open', () => bot.api.answerCallbackQuery('1', { url: 'https://example.org' })],
    ['inline results', () => bot.api.answerInlineQuery('1', [])],
    ['buttons', () => bot.api.editMessageReplyMarkup(chat, 1)],
    ['commands', () => bot.api.setMyCommands([{ command: 'dose', description: '50 mg' }])],
    ['a description', () => bot.api.setMyDescription('50 mg')],
    ['a name', () => bot.api.setMyName('50 mg')],
    ['a draft', () => bot.api.sendMessageDraft(chat, 1, '50 mg')],
  ])('%s from anywhere else is refused', async (_, send) => {
    await expect(send()).rejects.toThrow(UnsealedText);
    expect(api.calls).toEqual([]);
  });

  test('so is ctx.reply in a handler', async () => {
    const { bot: other, person: kim, api: there } = createSetting();
    const thrown: unknown[] = [];
    other.use((context) => context.reply('Take 50 mg').catch((error: unknown) => thrown.push(error)));
    await other.handleUpdate(kim.sends({ pinned_message: { chat: kim.chat, message_id: 1, date: 0 } }));
    expect(thrown).toEqual([expect.any(UnsealedText)]);
    expect(there.calls).toEqual([]);
  });

  test('a look-alike made with a cast is refused', async () => {
    const { blocks, buttons, caveats } = reply;
    const fakes = [
      { blocks, buttons, caveats } as unknown as Reply,
      Object.create(Object.getPrototypeOf(reply)) as Reply,
      {} as Reply,
      undefined as unknown as Reply,
    ];
    for (const fake of fakes) {
      await expect(sendReply(bot.api, { chatId: chat }, fake, LOOK)).rejects.toThrow(TypeError);
      await expect(sendDescription(bot.api, fake)).rejects.toThrow(TypeError);
    }
    await expect(sendCommands(bot.api, [{ command: 'x', description: 'y' } as never])).rejects.toThrow(
      TypeError,
    );
    expect(api.calls).toEqual([]);
  });

  test('a payload that was changed or copied on its way is refused, and so is one for another method', async () => {
    const other = new Bot('1:x', { botInfo: bot.botInfo });
    other.api.config.use(refuseUnsealedText, (previous, method, payload, signal) =>
      previous(method, { ...payload }, signal),
    );
    await expect(sendReply(other.api, { chatId: chat }, reply, LOOK)).rejects.toThrow(UnsealedText);

    const changes = [
      (payload: object) => Object.assign(payload, { text: 'Take 50 mg' }),
      (payload: object) => {
        const { reply_markup: markup } = payload as {
          reply_markup: { inline_keyboard: { text: string }[][] };
        };
        Object.assign(markup.inline_keyboard[0]?.[0] ?? {}, { text: 'Take 50 mg' });
      },
    ];
    for (const change of changes) {
      const changing = new Bot('1:x', { botInfo: bot.botInfo });
      changing.api.config.use(refuseUnsealedText, (previous, method, payload, signal) => {
        change(payload);
        return previous(method, payload, signal);
      });
      await expect(sendReply(changing.api, { chatId: chat }, reply, LOOK)).rejects.toThrow(TypeError);
    }

    const turned = new Bot('1:x', { botInfo: bot.botInfo });
    turned.api.config.use(refuseUnsealedText, (previous, _, payload, signal) =>
      previous('sendChecklist', payload as never, signal),
    );
    await expect(sendReply(turned.api, { chatId: chat }, reply, LOOK)).rejects.toThrow(UnsealedText);
  });

  test('a sealed reply passes', async () => {
    await sendReply(bot.api, { chatId: chat }, reply, LOOK);
    expect(api.sent).toHaveLength(1);
  });
});
