import type { Browser, Page } from '@playwright/test';
import { imported } from './people';
import { api, fresh, freshKey, memberPage } from './support';

/** Some work, people and days, so that every screen has something to show. */
export interface Sample {
  /** Addresses of screens with parameters in their path, by that path. */
  known: Record<string, string>;
  /** Further views that have no folder of their own, by name. */
  views: Record<string, string>;
}

const titles = [
  '작업 목록 1만 건 스크롤 성능 측정',
  'Fetch missed events after an SSE reconnect',
  '아주-긴-낱말이-이어져도-화면이-옆으로-밀리지-않아야-합니다',
];

export async function sample(browser: Browser): Promise<Sample> {
  const page = await memberPage(browser);
  await page.goto('/my-work');
  const project = freshKey('L');
  await api(page, 'POST', '/projects', { key: project, name: '모바일 앱', visibility: 'open' });
  const keys = await someWork(page, project);
  const team = String((await api(page, 'POST', '/teams', { name: fresh('디자인팀') }))['id']);
  await someLeave(page);
  await api(page, 'POST', '/invitations', { email: 'hana.jeong@example.com', expiresInDays: 7 });
  const run = await imported(page, freshKey('M'), `${fresh('hana')}@example.com`, '이전 시스템의 일감');
  await page.context().close();
  return {
    known: {
      '/items/[key]': `/items/${keys[1]}`,
      '/projects/[key]': `/projects/${project}`,
      '/board': `/board?project=${project}`,
      '/teams/[id]': `/teams/${team}`,
      '/imports/[id]': `/imports/${run}`,
      '/invitation/[token]': '/invitation/gone',
      '/reset-password/[token]': '/reset-password/gone',
      '/confirm-email/[token]': '/confirm-email/gone',
    },
    views: { 'team-calendar': `/teams/${team}?view=calendar`, missing: '/no-such-page' },
  };
}

/** A task, an issue about it and another task, each in a status of its own. */
async function someWork(page: Page, project: string): Promise<string[]> {
  const { member } = (await api(page, 'GET', '/session')) as { member: { id: string } };
  const keys: string[] = [];
  for (const [place, title] of titles.entries()) {
    const item = await api(page, 'POST', place === 1 ? '/issues' : '/tasks', {
      project,
      title,
      assignee: member.id,
      priority: ['URGENT', 'HIGH', 'LOW'][place],
      dueOn: `2026-0${place + 1}-15`,
      description: 'A **description** with `code`, [a link](https://example.com) and a list:\n\n- one\n- two',
      labels: ['ux'],
      ...(place === 1 ? { task: keys[0] } : {}),
    });
    const key = String(item['key']);
    keys.push(key);
    await api(page, 'PUT', `/${String(item['kind'])}s/${key}/status`, {
      status: ['In review', 'Blocked', 'In progress'][place],
    });
  }
  await api(page, 'POST', `/issues/${keys[1]}/comments`, { text: 'Seen on **two** phones.' });
  return keys;
}

/** Leave in this month, as its calendar and its list show it. */
async function someLeave(page: Page): Promise<void> {
  const month = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Seoul' }).slice(0, 7);
  const span = { from: `${month}-25`, to: `${month}-27` };
  const taken = await api(page, 'GET', `/members/me/leave?from=${span.from}&to=${span.to}`);
  if ((taken['items'] as unknown[]).length === 0)
    await api(page, 'POST', '/members/me/leave', { ...span, part: 'day' });
}
