import { expect, test, type Browser, type Page } from '@playwright/test';
import { api, fresh, look, memberPage, PASSWORD, xsrf } from './support';

export interface Person {
  id: string;
  displayName: string;
  role: string;
}

/** A new member who is not logged in anywhere. */
export async function newcomer(page: Page, name: string): Promise<Person & { email: string }> {
  const email = `${fresh(name.toLowerCase())}@example.com`;
  const displayName = fresh(name);
  const member = await api(page, 'POST', '/members', {
    email,
    password: PASSWORD,
    displayName,
    timeZone: 'Asia/Seoul', // the company's time zone, so that all have the same day
  });
  return { id: String(member['id']), displayName, role: 'MEMBER', email };
}

export async function me(page: Page): Promise<Person> {
  return ((await api(page, 'GET', '/session')) as unknown as { member: Person }).member;
}

/** The administrator of a fresh system: stories about members need one. */
export async function adminPage(browser: Browser): Promise<Page> {
  const page = await memberPage(browser);
  await page.goto('/my-work');
  test.skip((await me(page)).role !== 'ADMIN', 'Only the first member of a fresh system administers it.');
  return page;
}

export const actions = (page: Page, name: string) => page.getByRole('button', { name: `Actions: ${name}` });

/** Imports a project with one open item, assigned to a person without an account. */
export async function imported(page: Page, project: string, person: string, title: string): Promise<string> {
  const event = (seq: number, field: string, to: string | null) =>
    JSON.stringify({ item_id: 'A-1', seq, at: '2020-01-01T00:00:00Z', actor: person, field, from: null, to });
  const files = {
    workflow: JSON.stringify({
      statuses: [
        { name: 'Open', category: 'todo' },
        { name: 'Closed', category: 'done' },
      ],
    }),
    items: JSON.stringify({
      id: 'A-1',
      project,
      kind: 'task',
      title,
      created_at: '2020-01-01T00:00:00Z',
      reporter: person,
    }),
    events: [event(0, 'created', null), event(1, 'assignee', person), event(2, 'status', 'Open')].join('\n'),
  };
  const parts = Object.entries(files).map(([name, text]) => [
    name,
    { name: `${name}.json`, mimeType: 'application/octet-stream', buffer: Buffer.from(`${text}\n`) },
  ]);
  const begun = await page.request.post('/api/imports', {
    multipart: { project, ...Object.fromEntries(parts) },
    headers: { 'X-XSRF-TOKEN': await xsrf(page) },
  });
  expect(begun.ok(), await begun.text()).toBe(true);
  const { id } = (await begun.json()) as { id: string };
  await expect.poll(async () => (await api(page, 'GET', `/imports/${id}`))['state']).toBe('done');
  return id;
}

/** A window of a member's own, logged in. */
export async function windowOf(browser: Browser, email: string, { width = 1440 } = {}): Promise<Page> {
  const viewport = { width, height: width < 500 ? 844 : 900 };
  const page = await (await browser.newContext({ viewport, hasTouch: width < 500 })).newPage();
  await look(page, {});
  await page.goto('/log-in');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page).toHaveURL(/\/my-work$/);
  return page;
}
