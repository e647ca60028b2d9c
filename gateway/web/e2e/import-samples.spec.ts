import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { adminPage } from './people';
import { api, expectAccessible, expectNoSidewaysScroll, freshKey, memberPage, xsrf } from './support';

for (const lang of ['en', 'ko'] as const)
  test(`the import page explains its files with samples that import as they are (${lang})`, async ({
    browser,
  }) => {
    const admin = await adminPage(browser);
    await admin.context().close();
    const words = {
      en: {
        formats: 'Fields of each file',
        start: 'Start import',
        done: 'The import is finished.',
        none: 'No line was rejected.',
      },
      ko: {
        formats: '파일별 필드',
        start: '가져오기 시작',
        done: '모두 가져왔습니다.',
        none: '제외된 줄이 없습니다.',
      },
    }[lang];
    const page = await memberPage(browser, { lang });
    const key = freshKey('I');
    await page.goto(`/imports?project=${key}`);
    await page.getByText(words.formats).click();
    await expect(page.getByText('created_at', { exact: true })).toBeVisible();
    await page.screenshot({ path: `test-results/import-formats-${lang}.png`, fullPage: true });
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);

    const samples = page.getByRole('link', { name: /\.(nd)?json$/ });
    await expect(samples).toHaveText(['workflow.json', 'items.ndjson', 'events.ndjson', 'people.json']);
    for (const [place, sample] of (await samples.all()).entries()) {
      const [download] = await Promise.all([page.waitForEvent('download'), sample.click()]);
      const buffer = await readFile(await download.path());
      const name = download.suggestedFilename();
      await page
        .locator('input[type=file]')
        .nth(place)
        .setInputFiles({ name, mimeType: 'text/plain', buffer });
    }
    await page.getByRole('button', { name: words.start }).click();
    await expect(page.getByText(words.done)).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(words.none)).toBeVisible();
    const run = new URL(page.url()).pathname;
    expect(await api(page, 'GET', run)).toMatchObject({
      items: { done: 3, total: 3 },
      events: { done: 13, total: 13 },
      notesTotal: 0,
    });
    await page.goto('/imports');
    const past = page.getByRole('list', { name: /Past imports|지난 가져오기/ });
    await expect(past.getByRole('link', { name: key })).toBeVisible();
    await page.goto(`/projects/${key}`);
    await page
      .getByRole('main')
      .getByRole('link', { name: /^(Import|가져오기)$/ })
      .click();
    await expect(past.getByRole('link')).toHaveText([new RegExp(key)]);
    await page.screenshot({ path: `test-results/past-imports-${lang}.png`, fullPage: true });
    await past.getByRole('link').click();
    await expect(page).toHaveURL(run);
    await page.context().close();
  });

test('each rejected line says its field and why, in the language of the reader', async ({ browser }) => {
  const page = await adminPage(browser);
  const key = freshKey('R');
  const line = (value: object) => JSON.stringify(value);
  const item = { kind: 'task', title: 'Taken', created_at: '2024-01-01T00:00:00Z' };
  const files = {
    workflow: line({
      statuses: [
        { name: 'Open', category: 'todo' },
        { name: 'Closed', category: 'done' },
      ],
    }),
    items:
      [{ ...item, id: 'A-1', priority: 'Galactic' }, { ...item, id: 'A-1' }, item].map(line).join('\n') +
      '\nno JSON',
    events: [
      { item_id: 'A-9', at: '2024-01-01T00:00:00Z', field: 'status', to: 'Open' },
      { item_id: 'A-1', at: 'yesterday', field: 'status', to: 'Open' },
    ]
      .map(line)
      .join('\n'),
  };
  const begun = await page.request.post('/api/imports', {
    headers: { 'X-XSRF-TOKEN': await xsrf(page) },
    multipart: {
      project: key,
      ...Object.fromEntries(
        Object.entries(files).map(([name, text]) => [
          name,
          { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) },
        ]),
      ),
    },
  });
  const { id } = (await begun.json()) as { id: string };
  await page.goto(`/imports/${id}`);
  const rejected = page.getByRole('region', { name: '5 lines were rejected' }).first();
  const cells = (box: typeof rejected) =>
    box
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((one) => [...one.querySelectorAll('td')].map((cell) => cell.textContent.trim())),
      );
  await expect(rejected).toBeVisible({ timeout: 30_000 });
  expect((await cells(rejected)).toSorted()).toEqual([
    ['events', '1', 'item_id', 'There is no item “A-9” in the file of items.'],
    ['events', '2', 'at', '“yesterday” is not a time. Write it like 2024-05-06T09:00:00+09:00.'],
    ['items', '2', 'id', 'The id “A-1” is already in the file.'],
    ['items', '3', 'id', 'It has no id.'],
    ['items', '4', 'whole line', 'It is not a valid JSON object.'],
  ]);
  const notes = page.getByRole('region', { name: '1 value was adjusted' }).first();
  expect(await cells(notes)).toEqual([['items', '1', 'priority', 'Galactic', 'NONE', 'Unknown priority']]);
  await page.screenshot({ path: 'test-results/rejected.png', fullPage: true });
  await page.getByRole('button', { name: '한국어' }).click();
  await expect(page.getByRole('region', { name: '5줄이 제외되었습니다' }).first()).toContainText(
    '일감 파일에 없는 일감입니다: A-9',
  );
  await page.screenshot({ path: 'test-results/rejected-ko.png', fullPage: true });
  await expectAccessible(page);
  await page.context().close();
});
