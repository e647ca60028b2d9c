import { test } from '@playwright/test';
import { resize, settled } from './layout';
import { sample } from './sample';
import { everyScreen } from './screens';

/** A picture of every screen: in both languages and themes, on a desktop and on a phone. */
for (const lang of ['ko', 'en'] as const)
  for (const theme of ['light', 'dark'] as const)
    test(`every screen in ${lang}, ${theme}`, async ({ browser }) => {
      const known = await sample(browser);
      await everyScreen(browser, known, { lang, theme }, async (page, name) => {
        for (const width of [1440, 390]) {
          await resize(page, { width });
          await settled(page);
          const file = `${name}-${lang}-${theme}-${width}.png`;
          await page.screenshot({ path: `test-results/looks/${file}`, fullPage: true });
        }
      });
    });
