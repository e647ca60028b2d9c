import { test, type Browser, type Page } from '@playwright/test';
import { settled } from './layout';
import { addressOf, routes } from './routes';
import type { Sample } from './sample';
import { look, memberPage, type Looks } from './support';

/** Goes to every screen: as a member, or logged out where the screen is for visitors. */
export async function everyScreen(
  browser: Browser,
  { known, views }: Sample,
  looks: Looks,
  see: (page: Page, name: string) => Promise<void>,
): Promise<void> {
  for (const inside of [true, false]) {
    const page = inside ? await memberPage(browser, looks) : await outsidePage(browser, looks);
    const screens = routes
      .filter((route) => route.inside === inside)
      .map((route) => [nameOf(route.path), addressOf(route, known)] as const);
    for (const [name, address] of [...screens, ...(inside ? Object.entries(views) : [])])
      await test.step(address, async () => {
        await page.goto(address);
        await settled(page);
        await see(page, name);
      });
    await page.context().close();
  }
}

/** A page of a visitor who is not logged in. */
export async function outsidePage(browser: Browser, looks: Looks = {}): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await look(page, looks);
  return page;
}

const nameOf = (path: string) => path.replaceAll(/\W+/g, '-').replaceAll(/^-|-$/g, '');
