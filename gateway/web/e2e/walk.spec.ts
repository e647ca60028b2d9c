import { test, type Page } from '@playwright/test';
import { settled } from './layout';
import { addressOf, routes } from './routes';
import { sample, type Sample } from './sample';
import { outsidePage } from './screens';
import { memberPage } from './support';
import { Walk } from './walk';

/**
 * Every dialog starts in its first field, closes on Escape and gives the focus back; every form moves the cursor to its
 * first invalid field; and no key acts while a syllable is composed. The test finds dialogs and forms on the pages.
 */
let known: Sample;

test.beforeAll(async ({ browser }) => {
  known = await sample(browser);
});

async function open(page: Page, address: string): Promise<Walk> {
  await page.goto(address);
  await settled(page);
  return Walk.on(page);
}

for (const route of routes)
  test(`the dialogs and forms of ${route.path} work as users expect`, async ({ browser }) => {
    const page = await (route.inside ? memberPage(browser) : outsidePage(browser));
    const walk = await open(page, addressOf(route, known.known));
    await walk.through(page.getByRole('main'));
    await page.context().close();
  });

for (const width of [1440, 390])
  test(`the navigation and header work as users expect at ${width} pixels`, async ({ browser }) => {
    const page = await memberPage(browser, { width });
    const walk = await open(page, '/my-work');
    for (const part of await page.locator('aside:visible, header:visible, body > div > nav:visible').all())
      await walk.through(part);
    await page.context().close();
  });
