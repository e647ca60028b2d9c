import { expect, test, type Page } from '@playwright/test';
import { called, expectWellLaidOut, resize, settled, windows, type Window } from './layout';
import { sample, type Sample } from './sample';
import { everyScreen } from './screens';
import { expectAccessible, memberPage, SESSION } from './support';

let known: Sample;

test.beforeAll(async ({ browser }) => {
  known = await sample(browser);
});

async function expectGoodLooks(page: Page, window: Window, accessible: boolean): Promise<void> {
  await resize(page, window);
  await expectWellLaidOut(page, `${new URL(page.url()).pathname} at ${called(window)}`);
  if (accessible) await expectAccessible(page);
}

/** On a phone. */
async function expectLargeTouchTargets(page: Page): Promise<void> {
  const small = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        'main button, main select, main input:not([type=checkbox]):not([type=radio]), nav a',
      ),
    ]
      .filter((one) => one.checkVisibility() && getComputedStyle(one).clipPath !== 'inset(50%)')
      .map((one) => [one.outerHTML.slice(0, 120), one.getBoundingClientRect().height] as const)
      .filter(([, height]) => height < 40),
  );
  expect.soft(small, 'too small for a finger').toEqual([]);
}

const all = (['ko', 'en'] as const).flatMap((lang) =>
  (['light', 'dark'] as const).map((theme) => ({ lang, theme })),
);

// Each language and each theme is covered at every width; all combinations would take long.
for (const [{ lang, theme }, thoroughly] of [
  [{ lang: 'ko', theme: 'light' }, 390],
  [{ lang: 'en', theme: 'dark' }, 1440],
] as const)
  test(`every screen is readable in ${lang}, ${theme}`, async ({ browser }) => {
    await everyScreen(browser, known, { lang, theme }, async (page) => {
      for (const window of windows) {
        await expectGoodLooks(page, window, window.width === thoroughly);
        if (window.width === 360) await expectLargeTouchTargets(page);
      }
    });
  });

for (const { lang, theme } of all)
  test(
    `every screen is readable in windows of any width, in ${lang}, ${theme}`,
    { tag: '@long' },
    async ({ browser }) => {
      test.setTimeout(1_200_000);
      await everyScreen(browser, known, { lang, theme }, async (page) => {
        for (const window of windows) await expectGoodLooks(page, window, true);
      });
    },
  );

test('language and theme change at once and are remembered', async ({ browser }) => {
  const context = await browser.newContext({ storageState: SESSION, locale: 'en-US' });
  const page = await context.newPage();
  await page.goto('/my-work');
  await page.getByRole('button', { name: '한국어' }).click();
  await expect(page.getByRole('link', { name: '내 일감' }).first()).toBeVisible();
  await page.getByRole('button', { name: '어두운 테마로 바꾸기' }).click();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko');
  await context.close();
});

test('the palette is accessible and opens what it finds', async ({ browser }) => {
  const page = await memberPage(browser, { theme: 'dark' });
  await page.goto('/my-work');
  await settled(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Search/ }).fill('dash');
  await expect(page.getByRole('option', { name: 'Dashboard' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/dashboard/);
  await page.context().close();
});
