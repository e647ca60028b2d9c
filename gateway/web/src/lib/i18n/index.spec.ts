import { beforeEach, expect, it } from 'vitest';
import { i18n } from './index.svelte';

beforeEach(() => localStorage.clear());

it('uses the profile’s language until another one is chosen on this device; a change of the profile resets that', async () => {
  document.documentElement.lang = 'en';
  await i18n.start();
  await i18n.follow('ko');
  expect(i18n.lang).toBe('ko');
  await i18n.choose('en');
  await i18n.follow('ko');
  expect(i18n.lang).toBe('en');
  await i18n.start();
  await i18n.follow('ko');
  expect(i18n.lang).toBe('en');
  await i18n.adopt('ko');
  expect(i18n.lang).toBe('ko');
  await i18n.start();
  await i18n.follow('en');
  expect(i18n.lang).toBe('en');
  await i18n.follow('fr');
  expect(i18n.lang).toBe('en');
});

it('uses one language on all screens, also on those that load further sentences', async () => {
  document.documentElement.lang = 'ko';
  await i18n.start();
  expect(i18n.t.word.formerMember).toBe('탈퇴한 회원');
  await i18n.withPeople();
  expect(i18n.people.work.cycle).toBe('작업 주기');
  await i18n.use('en');
  expect([i18n.t.word.formerMember, i18n.people.work.cycle]).toEqual(['Former member', 'Work cycle']);
});
