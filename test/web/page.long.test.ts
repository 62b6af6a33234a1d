import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ARTEFACTS, BROWSER, launch, openWatched, type Watched } from '../support/web/browser.ts';
import { buildPage } from '../support/web/build-page.ts';
import { openTestPage } from '../support/web/open-test-page.ts';

/* The page in a real browser, on the bot with the shipped knowledge. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };
const LARGEST_PAGE = 150_000;

if (BROWSER === undefined) {
  process.stdout.write('No Chromium is installed: the tests of the page are skipped.\n');
}

let folder: string;
let browser: Browser;
let served: Awaited<ReturnType<typeof openTestPage>>;
const opened: Watched[] = [];

async function open(look: Parameters<typeof openWatched>[2] = PHONE): Promise<Page> {
  const watched = await openWatched(browser, served.url, look);
  opened.push(watched);
  return watched.page;
}

const view = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name }).click();
const bubble = (page: Page, text: string | RegExp) => page.locator('.bubble', { hasText: text }).last();
const field = (page: Page) => page.getByRole('textbox', { name: 'Message' });

async function ask(page: Page, text: string): Promise<void> {
  await field(page).fill(text);
  await field(page).press('Enter');
}

/** Rules of WCAG 2.2 A and AA and good practice; each violation with the elements that have it. */
async function audit(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run();
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
    );
  });
}

/** What makes the page wider than the window. */
const sticksOut = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const out = [...document.querySelectorAll('body *')].filter(
      (each) => !each.closest('nav, .samples') && each.getBoundingClientRect().right > clientWidth + 1,
    );
    return out.map(({ tagName, className }) => `${tagName} ${className}`);
  });

describe.skipIf(BROWSER === undefined)('the page', () => {
  beforeAll(async () => {
    folder = buildPage();
    served = await openTestPage(folder);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  test('private: a question is answered, a button goes on, and the panel says why', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Start' }).click();
    await bubble(page, 'document').waitFor();
    await ask(page, 'how much ketamine per huor?');
    const answer = bubble(page, '10–90 mg per hour');
    await answer.waitFor();
    await expect.poll(() => page.locator('[aria-live]').textContent()).toContain('10–90 mg per hour');
    await page.screenshot({ path: `${ARTEFACTS}private-phone.png` });

    await answer.getByRole('button', { name: 'Why this answer?' }).click();
    const why = page.getByRole('complementary', { name: 'Why this answer?' });
    for (const words of ['awake-dose', 'huor → hour', 'None matched', 'Thresholds', 'Closest wordings'])
      expect(await why.textContent()).toContain(words);
    await page.keyboard.press('Escape');
    expect(await why.count()).toBe(0);

    await page.getByRole('button', { name: 'All topics' }).last().click();
    await page.locator('.keyboard button').last().waitFor();
    await ask(page, "my chest hurts and I can't breathe");
    await bubble(page, /emergency/i)
      .getByRole('button', { name: 'Why this answer?' })
      .click();
    await expect.poll(() => why.textContent()).toContain('medical emergency');
  });

  test('group as a member: talk is left alone, the name is answered, a whisper is for one', async () => {
    const page = await open();
    await view(page, 'Group · member');
    await page.getByRole('button', { name: /anyone up for a call/ }).click();
    await bubble(page, 'anyone up for a call').waitFor();
    await ask(page, '/ask how much does it cost');
    await bubble(page, 'Only you can see this').waitFor();
    await ask(page, '@crps_answers_bot does it help?');
    const reply = page.locator('.row:not(.mine) .bubble', { hasText: 'does it help?' });
    await reply.waitFor();
    expect(await reply.locator('.replied').textContent()).toContain('Kim');
    await page.screenshot({ path: `${ARTEFACTS}member-phone.png` });
    await view(page, 'Group · moderator');
    expect(await page.getByText('Only you can see this').count()).toBe(0);
  });

  test('group as a moderator: /faq answers a member, whispers a choice, and an answer is removed', async () => {
    const page = await open();
    await view(page, 'Group · moderator');
    await page.getByRole('button', { name: 'Answer with /faq what Rosa wrote' }).click();
    const answer = bubble(page, '10–90 mg per hour');
    await answer.waitFor();
    expect(await answer.locator('.replied').textContent()).toContain('Rosa');
    await expect.poll(() => page.locator('.bubble.mine').count()).toBe(0);
    await page.screenshot({ path: `${ARTEFACTS}moderator-phone.png` });
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await answer.waitFor({ state: 'detached' });

    await page.getByRole('button', { name: /^Kim: which one/ }).click();
    await bubble(page, 'which one').waitFor();
    await page.getByRole('button', { name: 'Answer with /faq what Kim wrote' }).last().click();
    const choice = bubble(page, 'Only you can see this');
    await choice.waitFor();
    expect(await choice.textContent()).toMatch(/1\. .*2\. /s);
    await page.locator('.keyboard button').first().click();
    await choice.waitFor({ state: 'detached' });
    await bubble(page, /Experimental|Unproven/).waitFor();
  });

  test('inline: cards are shown, and the one that is picked is sent; its link opens the private chat', async () => {
    const page = await open();
    await view(page, 'Any chat (inline)');
    await field(page).fill('@crps_answers_bot awake or coma');
    await page.locator('.card').first().waitFor();
    await page.screenshot({ path: `${ARTEFACTS}inline-phone.png` });
    await field(page).press('ArrowUp');
    await page.keyboard.press('Enter');
    await bubble(page, 'via @crps_answers_bot').waitFor();
    await page.locator('.keyboard button').first().click();
    await page.getByRole('heading', { name: 'CRPS answers' }).waitFor();
    await page.locator('.row:not(.mine) .bubble').first().waitFor();
  });

  test('forum: an answer stays in its topic', async () => {
    const page = await open();
    await view(page, 'Forum topics');
    await page.getByRole('button', { name: 'Answer with /faq what Rosa wrote' }).click();
    await bubble(page, '83%').waitFor();
    await page.screenshot({ path: `${ARTEFACTS}forum-phone.png` });
    await page.getByRole('button', { name: 'General' }).click();
    await bubble(page, 'Welcome!').waitFor();
    expect(await page.locator('.bubble', { hasText: '83%' }).count()).toBe(0);
  });

  test('content: search, the marked citation, each surface', async () => {
    const page = await open(DESKTOP);
    await view(page, 'Content');
    await page.getByRole('searchbox').fill('mg/h');
    await page.locator('.answers button', { hasText: 'awake-dose' }).click();
    await page.locator('mark', { hasText: 'between 10–90 mg per hour' }).waitFor();
    await page.getByRole('button', { name: 'Inline card' }).click();
    await page.getByText('No problem found in its files.').waitFor();
    await page.screenshot({ path: `${ARTEFACTS}content-desktop.png` });
    await page.getByRole('button', { name: 'Open in the private chat' }).click();
    await bubble(page, '10–90 mg per hour').waitFor();
    await page.screenshot({ path: `${ARTEFACTS}private-desktop.png` });
  });

  test('only by keyboard: from the question to the answer, its reasons and the next question', async () => {
    const page = await open(DESKTOP);
    const tabTo = async (name: RegExp | string): Promise<void> => {
      for (let i = 0; i < 60; i += 1) {
        await page.keyboard.press('Tab');
        const focused = await page.evaluate(() => {
          const { activeElement: at } = document;
          return at?.matches('button, textarea')
            ? (at.getAttribute('aria-label') ?? at.textContent ?? '')
            : '';
        });
        if (focused.search(name) >= 0) return;
      }
      throw new Error(`The Tab key does not lead to ${name}.`);
    };
    await tabTo(/^Message$/);
    await page.keyboard.type('how much ketamine per hour?');
    await page.keyboard.press('Enter');
    await bubble(page, '10–90 mg per hour').waitFor();
    await tabTo(/Why this answer/);
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').waitFor();
    await page.keyboard.press('Escape');
    await tabTo(/How long does the treatment take/);
    await page.keyboard.press('Enter');
    await bubble(page, 'four-hour infusion').waitFor();
  });

  test.each([
    { look: 'light-390', ...PHONE, dark: false },
    { look: 'light-1280', ...DESKTOP, dark: false },
    { look: 'dark-390', ...PHONE, dark: true },
    { look: 'dark-1280', ...DESKTOP, dark: true },
  ])('nothing bars anyone: every view, $look', async ({ look, ...shape }) => {
    const page = await open(shape);
    expect(await audit(page), `${look} start`).toEqual([]);
    await ask(page, 'how much ketamine per hour?');
    await bubble(page, '10–90 mg per hour').waitFor();
    expect(await audit(page), `${look} private`).toEqual([]);
    await page.getByRole('button', { name: 'Why this answer?' }).click();
    await page.getByRole('complementary').waitFor();
    expect(await audit(page), `${look} why`).toEqual([]);
    await page.screenshot({ path: `${ARTEFACTS}why-${look}.png` });
    await page.getByRole('button', { name: 'Close' }).click();
    await view(page, 'Group · member');
    await ask(page, '/ask is it safe');
    await bubble(page, 'Only you can see this').waitFor();
    expect(await audit(page), `${look} member`).toEqual([]);
    await view(page, 'Group · moderator');
    await page.getByRole('button', { name: 'Answer with /faq what Kim wrote' }).click();
    await bubble(page, /Unproven/).waitFor();
    expect(await audit(page), `${look} moderator`).toEqual([]);
    await page.screenshot({ path: `${ARTEFACTS}moderator-${look}.png` });
    await view(page, 'Any chat (inline)');
    await field(page).fill('@crps_answers_bot risks');
    await page.locator('.card').first().waitFor();
    expect(await audit(page), `${look} cards`).toEqual([]);
    await page.locator('.card').first().click();
    await bubble(page, 'via').waitFor();
    expect(await audit(page), `${look} inline`).toEqual([]);
    await view(page, 'Forum topics');
    expect(await audit(page), `${look} forum`).toEqual([]);
    await view(page, 'Content');
    await page.locator('.answers button').first().waitFor();
    expect(await audit(page), `${look} content`).toEqual([]);
    await page.locator('.answers button').first().click();
    await page.locator('.detail h2').waitFor();
    expect(await audit(page), `${look} answer`).toEqual([]);
    await page.screenshot({ path: `${ARTEFACTS}content-${look}.png` });
  });

  test('320 pixels and letters twice as large: nothing is cut off at the side', async () => {
    const page = await open({ width: 320, height: 568 });
    const large = async (): Promise<void> => {
      await page.evaluate(() => {
        document.documentElement.style.fontSize = '200%';
      });
    };
    for (const enlarge of [async () => {}, large]) {
      await enlarge();
      await view(page, 'Private chat');
      await ask(page, 'how much ketamine per hour?');
      await bubble(page, '10–90 mg per hour').waitFor();
      expect(await sticksOut(page)).toEqual([]);
      for (const name of ['Group · moderator', 'Forum topics', 'Content']) {
        await view(page, name);
        expect(await sticksOut(page), name).toEqual([]);
        const seen = await page.locator('.log, .content').boundingBox();
        expect(seen?.height, name).toBeGreaterThan(120);
      }
    }
    await page.screenshot({ path: `${ARTEFACTS}content-320-large.png` });
  });

  test('light and enough at once: the weight of the page, and the first reply', async () => {
    const page = await open();
    const files = ['index.html', 'main.js', 'page.css', 'icon.svg'];
    const bytes = files.reduce((sum, file) => sum + statSync(`${folder}/${file}`).size, 0);
    expect(bytes).toBeLessThan(LARGEST_PAGE);
    await field(page).fill('how much ketamine per hour?');
    const ms = await page.evaluate(async () => {
      const start = performance.now();
      const shown = new Promise<void>((resolve) => {
        const look = (): void => {
          const rows = [...document.querySelectorAll('.row:not(.mine) .bubble')];
          if (rows.some(({ textContent }) => textContent?.includes('10–90 mg'))) resolve();
          else requestAnimationFrame(look);
        };
        look();
      });
      document.querySelector<HTMLButtonElement>('.send')?.click();
      await shown;
      return performance.now() - start;
    });
    process.stdout.write(
      `The page weighs ${(bytes / 1000).toFixed(1)} kB; first reply after ${ms.toFixed(0)} ms.\n`,
    );
  });

  test('nothing was asked of anyone else, refused by the policy, or complained of', () => {
    expect(opened.length).toBeGreaterThan(5);
    expect(opened.flatMap(({ faults }) => faults)).toEqual([]);
  });
});
