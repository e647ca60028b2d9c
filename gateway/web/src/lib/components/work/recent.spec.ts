import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ada } from '#lib/api/examples.ts';
import { session } from '#lib/api/session.svelte.ts';
import { forgetRecent, recent, recentFirst, rememberRecent } from './recent.ts';

beforeEach(() => {
  session.member = ada();
});
afterEach(() => vi.unstubAllGlobals());

it('has the latest choice first, each once, and at most eight', () => {
  for (const key of ['A', 'B', 'C', 'B']) rememberRecent('projects', key);
  expect(recent('projects')).toEqual(['B', 'C', 'A']);
  for (let n = 0; n < 20; n++) rememberRecent('projects', `P${n}`);
  expect(recent('projects')).toHaveLength(8);
  expect(recent('projects')[0]).toBe('P19');
});

it('puts recent choices in front, and leaves the order of the others', () => {
  rememberRecent('projects', 'C');
  rememberRecent('projects', 'D');
  const all = ['A', 'B', 'C', 'D'];
  expect(recentFirst(all, 'projects', (key) => key)).toEqual(['D', 'C', 'A', 'B']);
  expect(all).toEqual(['A', 'B', 'C', 'D']);
});

it('belongs to one member, and is gone after that member’s log-out', () => {
  rememberRecent('people', 'lin');
  session.member = ada({ id: 'lin' });
  expect(recent('people')).toEqual([]);
  rememberRecent('people', 'ada');
  forgetRecent('lin');
  expect(recent('people')).toEqual([]);
  session.member = ada();
  expect(recent('people')).toEqual(['lin']);
});

it.each(['not JSON', '{"a":1}', '[1,null,"ok"]'])('survives what another version left: %s', (text) => {
  localStorage.setItem('ilgam.recent.ada.people', text);
  expect(recent('people')).toEqual(text.includes('ok') ? ['ok'] : []);
});

it('works without storage', () => {
  const denied = () => {
    throw new DOMException('denied');
  };
  vi.stubGlobal('localStorage', { getItem: denied, setItem: denied, removeItem: denied });
  rememberRecent('people', 'lin');
  forgetRecent('ada');
  expect(recent('people')).toEqual([]);
});
