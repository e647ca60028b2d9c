import { expect, it } from 'vitest';
import { nearestFirst, matching } from './countries';

const countries = ['AT', 'DE', 'KR', 'US'].map((code) => ({ code, name: `Land ${code}` }));
const codes = (list: { code: string }[]) => list.map(({ code }) => code);

it('puts Korea first, then the country of the time zone, then the others', () => {
  expect(codes(nearestFirst(countries, 'Europe/Vienna'))).toEqual(['KR', 'AT', 'DE', 'US']);
  expect(codes(nearestFirst(countries, 'Asia/Seoul'))).toEqual(['KR', 'AT', 'DE', 'US']);
  expect(codes(nearestFirst(countries, undefined))).toEqual(['KR', 'AT', 'DE', 'US']);
  expect(codes(nearestFirst(countries, 'America/New_York'))).toEqual(['KR', 'US', 'AT', 'DE']);
});

it('finds a country by a part of its name or by its code', () => {
  const named = [
    { code: 'KR', name: '대한민국' },
    { code: 'DE', name: 'Germany' },
  ];
  expect(codes(matching(named, ' 민국'))).toEqual(['KR']);
  expect(codes(matching(named, 'GERM'))).toEqual(['DE']);
  expect(codes(matching(named, 'kr'))).toEqual(['KR']);
  expect(codes(matching(named, ''))).toEqual(['KR', 'DE']);
});
