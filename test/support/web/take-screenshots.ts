import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launch, openWatched } from './browser.ts';
import { buildPage } from './build-page.ts';
import { openTestPage } from './open-test-page.ts';
import { smallPng } from './small-png.ts';

/* Takes the screenshots of the README anew: npx tsx test/support/web/take-screenshots.ts */

const PLACE = fileURLToPath(new URL('../../../.github/', import.meta.url));
const SIZE = { width: 390, height: 780 };

const served = await openTestPage(buildPage());
const browser = await launch();

/** One colour behind the messages: half the bytes. */
async function open() {
  const { page } = await openWatched(browser, served.url, SIZE);
  await page.evaluate(() => document.documentElement.style.setProperty('--wall-2', 'var(--wall)'));
  return page;
}

const member = await open();
await member.getByRole('textbox', { name: 'Message' }).fill('whats the sucess rate');
await member.getByRole('textbox', { name: 'Message' }).press('Enter');
await member.locator('.bubble', { hasText: '83%' }).waitFor();
await member.locator('h1').click();
writeFileSync(`${PLACE}page-phone.png`, await smallPng(browser, await member.screenshot()));

const moderator = await open();
await moderator.getByRole('button', { name: 'Group · moderator' }).click();
await moderator.getByRole('button', { name: /^Kim: how is it given/ }).click();
await moderator.locator('.bubble', { hasText: 'how is it given' }).waitFor();
await moderator.getByRole('button', { name: 'Answer with /faq what Kim wrote' }).last().click();
await moderator.locator('.bubble.secret').waitFor();
await moderator.locator('.bubble.secret').hover();
writeFileSync(`${PLACE}page-moderator.png`, await smallPng(browser, await moderator.screenshot()));

await browser.close();
await served.close();
