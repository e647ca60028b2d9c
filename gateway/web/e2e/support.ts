import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, type Browser, type Page } from '@playwright/test';

/** The file with the first member's session, for the stories after the first day. */
export const SESSION = process.env['ILGAM_SESSION'] ?? 'node_modules/.cache/ilgam-e2e-session.json';

export const PASSWORD = 'a long enough password';

/** A name that no earlier run used. */
export const fresh = (name: string) => `${name}-${Date.now().toString(36)}`;

/** A project key that no earlier run used. */
export const freshKey = (letter: string) =>
  `${letter}${(Date.now() % 2_176_782_336).toString(36).toUpperCase()}`;

export interface Looks {
  lang?: 'en' | 'ko';
  theme?: 'light' | 'dark';
}

export async function look(page: Page, { lang = 'en', theme = 'light' }: Looks): Promise<void> {
  await page.addInitScript(
    ([language, name]) => {
      localStorage.setItem('ilgam.lang', language!);
      localStorage.setItem('ilgam.theme', name!);
    },
    [lang, theme],
  );
}

/** A page of the first member, in a window of its own. */
export async function memberPage(browser: Browser, looks: Looks & { width?: number; height?: number } = {}) {
  const width = looks.width ?? 1440;
  const context = await browser.newContext({
    storageState: SESSION,
    viewport: { width, height: looks.height ?? (width < 500 ? 844 : 900) },
    hasTouch: width < 500,
  });
  const page = await context.newPage();
  await look(page, looks);
  return page;
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Axe finds no violation on the page in its present state. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run: () => Promise<{
          violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[];
        }>;
      };
    };
    return (await axe.run()).violations.map((violation) => ({
      rule: violation.id,
      where: violation.nodes
        .slice(0, 3)
        .map((node) => `${node.html.slice(0, 200)} ${node.failureSummary ?? ''}`),
    }));
  });
  expect.soft(found, new URL(page.url()).pathname).toEqual([]);
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over, 'pixels beyond the right edge').toBeLessThanOrEqual(0);
}

/** Reloads a page of the dashboard until it shows this: its figures follow a change a moment later. */
export async function dashboardShows(
  page: Page,
  query: string,
  shown: (soon: { timeout: number }) => Promise<void>,
): Promise<void> {
  await expect(async () => {
    await page.goto(`/dashboard?${query}`);
    await shown({ timeout: 3_000 });
  }).toPass({ timeout: 60_000 });
}

export async function xsrf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  return cookies.find((cookie) => cookie.name === 'XSRF-TOKEN')?.value ?? '';
}

/** Calls the API as the page's member, from outside the page. */
export async function api(
  page: Page,
  method: 'POST' | 'PUT' | 'PATCH' | 'GET',
  path: string,
  data?: unknown,
) {
  const headers = { 'X-XSRF-TOKEN': await xsrf(page) };
  const answer = await page.request.fetch(`/api${path}`, { method, data, headers });
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
  return (await answer.json()) as Record<string, unknown>;
}

/** Creates an open project for one story and returns its key. */
export async function newProject(page: Page, name: string): Promise<string> {
  const key = freshKey('E');
  await api(page, 'POST', '/projects', { key, name, visibility: 'open' });
  return key;
}

export const row = (page: Page, title: string) => page.locator('[data-row]', { hasText: title }).first();

/** A day as a date field shows it to readers of English. */
export const shownDay = (iso: string) =>
  new Date(`${iso}T00:00:00Z`).toLocaleDateString('en', { dateStyle: 'medium', timeZone: 'UTC' });
