import { expect, test, type Page } from '@playwright/test';
import { settled } from './layout';
import { adminPage, me, newcomer } from './people';
import { api, expectNoSidewaysScroll, fresh, memberPage, xsrf } from './support';

const names = {
  'Korean without spaces': '가나다라마바사아자차카타파하'.repeat(8).slice(0, 80),
  Latin: `${'Wolfeschlegelsteinhausenbergerdorff '.repeat(2)}${'W'.repeat(8)}`,
};

/** Texts that are painted over their neighbours: wider than a box around them that neither clips nor scrolls. */
async function spilled(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const main = document.querySelector('main')!;
    const clips = (box: Element) => getComputedStyle(box).overflowX !== 'visible';
    return [...main.querySelectorAll('*')]
      .filter((box) => !(box instanceof SVGElement) && box.clientWidth > 1 && !clips(box))
      .filter((box) => getComputedStyle(box).display !== 'inline')
      .filter((box) => {
        const edge = box.getBoundingClientRect().right + 1;
        return [...box.children].some((child) => {
          if (['absolute', 'fixed'].includes(getComputedStyle(child).position)) return false;
          return child.getBoundingClientRect().right > edge;
        });
      })
      .map((box) => `${box.tagName} ${box.className}: ${box.textContent?.trim().slice(0, 30)}`);
  });
}

for (const [kind, name] of Object.entries(names))
  test(`the longest name there can be breaks no screen: ${kind}`, async ({ browser }) => {
    const admin = await adminPage(browser);
    const { id, displayName: was } = await me(admin);
    const team = String(
      (await api(admin, 'POST', '/teams', { name: `${fresh('T')} ${name.repeat(2)}`.slice(0, 100).trim() }))[
        'id'
      ],
    );
    const mate = await newcomer(admin, 'Mate');
    const headers = { 'X-XSRF-TOKEN': await xsrf(admin) };
    for (const place of [`members/${mate.id}`, `members/${id}`, `leads/${id}`])
      expect((await admin.request.put(`/api/teams/${team}/${place}`, { headers })).ok(), place).toBe(true);
    await api(admin, 'PATCH', '/members/me', { displayName: name });
    await api(admin, 'POST', '/invitations', {
      email: `${fresh('a'.repeat(50))}@${'example.'.repeat(6)}com`,
    });
    const page = await memberPage(browser, { lang: 'ko' });
    for (const path of [
      '/members',
      '/members/invitations',
      '/teams',
      `/teams/${team}`,
      `/teams/${team}?view=calendar`,
      '/settings/profile',
      '/settings/security',
      '/settings/work',
      '/administration/security-events',
      '/administration/holidays',
    ]) {
      await page.goto(path);
      await settled(page);
      for (const width of [390, 1440])
        await test.step(`${path} at ${width}`, async () => {
          await page.setViewportSize({ width, height: 900 });
          await expect.poll(() => spilled(page)).toEqual([]);
          await expectNoSidewaysScroll(page);
        });
    }
    await page.context().close();
    await api(admin, 'PATCH', '/members/me', { displayName: was });
    await admin.context().close();
  });
