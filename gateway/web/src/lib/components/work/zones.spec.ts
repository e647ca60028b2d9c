import { expect, it } from 'vitest';
import { alternativeNames, koreanNames, renamed } from './zone-cities';
import { currentName, offsetOf, matchingZones, zoneName } from './zones';

const matching = (typed: string, first: string[] = []) =>
  matchingZones(typed, 'en', first).map(({ value }) => value);

it.each([
  ['Seoul', 'Asia/Seoul'],
  ['서울', 'Asia/Seoul'],
  ['부산', 'Asia/Seoul'],
  ['kolkata', 'Asia/Kolkata'],
  ['Calcutta', 'Asia/Kolkata'],
  ['뭄바이', 'Asia/Kolkata'],
  ['kyiv', 'Europe/Kyiv'],
  ['키이우', 'Europe/Kyiv'],
  ['los angeles', 'America/Los_Angeles'],
  ['America/Los_Angeles', 'America/Los_Angeles'],
  ['샌프란시스코', 'America/Los_Angeles'],
  ['호찌민', 'Asia/Ho_Chi_Minh'],
])('finds for %s the time zone %s alone', (typed, zone) => {
  expect(matching(typed)).toEqual([zone]);
});

it('finds by offset', () => {
  expect(matching('UTC+9')).toContain('Asia/Seoul');
  expect(matching('+9 asia')).toEqual(expect.arrayContaining(['Asia/Seoul', 'Asia/Tokyo']));
  expect(matching('+5:30')).toEqual(['Asia/Colombo', 'Asia/Kolkata']);
  expect(matching('nowhere')).toEqual([]);
});

it("shows present names with offsets, the reader's own zones first and once", () => {
  expect(currentName('Asia/Calcutta')).toBe('Asia/Kolkata');
  expect(offsetOf('Asia/Seoul')).toBe('UTC+9');
  expect(offsetOf('UTC')).toBe('UTC');
  expect(offsetOf('Mars/Olympus')).toBe('');
  const all = matchingZones('', 'ko', ['Asia/Calcutta', 'Asia/Seoul']);
  expect(all.slice(0, 2)).toEqual([
    { value: 'Asia/Kolkata', label: '콜카타 (Asia/Kolkata)', note: 'UTC+5:30' },
    { value: 'Asia/Seoul', label: '서울 (Asia/Seoul)', note: 'UTC+9' },
  ]);
  expect(all).toHaveLength(50);
  expect(new Set(all.map(({ value }) => value)).size).toBe(50);
  expect(zoneName('America/New_York', 'en')).toBe('America/New York');
});

it('names only existing time zones, and none by its old name', () => {
  for (const zone of [
    ...Object.keys(koreanNames),
    ...Object.keys(alternativeNames),
    ...Object.values(renamed),
  ]) {
    expect([zone, offsetOf(zone)]).not.toEqual([zone, '']);
    expect(renamed).not.toHaveProperty([zone]);
  }
});
