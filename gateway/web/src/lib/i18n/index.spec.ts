import { beforeEach, expect, it } from 'vitest';
import { i18n } from './index.svelte';

beforeEach(() => localStorage.clear());

it('speaks the language of the profile until another is chosen on this device, which the profile ends again', async () => {
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

it('speaks one language on all screens, those about people too, once they asked for their sentences', async () => {
  document.documentElement.lang = 'ko';
  await i18n.start();
  expect(i18n.t.word.formerMember).toBe('탈퇴한 회원');
  await i18n.withPeople();
  expect(i18n.people.work.cycle).toBe('작업 주기');
  await i18n.use('en');
  expect([i18n.t.word.formerMember, i18n.people.work.cycle]).toEqual(['Former member', 'Work cycle']);
});
