import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Where a browser may be. `CHROMIUM` names another. */
const PLACES = [process.env['CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'];

/** The browser on this computer; undefined where there is none. */
export const BROWSER = PLACES.find((path) => path !== '' && existsSync(path));

/** Screenshots for people to look at. Not part of the repository. */
export const ARTEFACTS = fileURLToPath(new URL('../../../artefacts/page/', import.meta.url));
mkdirSync(ARTEFACTS, { recursive: true });

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: BROWSER ?? '',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A page that is watched: whatever it asks for outside, refuses or complains of is in the list. */
export interface Watched {
  readonly page: Page;
  readonly faults: readonly string[];
}

export async function openWatched(
  browser: Browser,
  url: string,
  look: {
    readonly width: number;
    readonly height: number;
    readonly dark?: boolean;
    readonly still?: boolean;
  },
): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.dark ? 'dark' : 'light',
    reducedMotion: look.still === false ? 'no-preference' : 'reduce',
  });
  const faults: string[] = [];
  context.on('request', (request) => {
    if (new URL(request.url()).origin !== url) faults.push(`asked for ${request.url()}`);
  });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      console.error(`The policy stopped ${violatedDirective} ${blockedURI}`);
    });
  });
  await page.goto(url);
  return { page, faults };
}
