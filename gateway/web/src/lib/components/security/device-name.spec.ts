import { afterAll, expect, it } from 'vitest';
import { i18n } from '#lib/i18n/index.svelte.ts';
import { en } from '#lib/i18n/people/en.ts';
import { ko } from '#lib/i18n/people/ko.ts';
import { deviceName } from './device-name.ts';

const devices = ['Samsung Internet on Android', 'iPhone', 'Unknown device', '', null];

afterAll(() => (i18n.people = en));

it('names a device in the reader’s language', () => {
  i18n.people = ko;
  expect(devices.map(deviceName)).toEqual([
    'Android의 Samsung Internet',
    'iPhone',
    ...Array(3).fill('알 수 없는 기기'),
  ]);
  i18n.people = en;
  expect(devices.map(deviceName)).toEqual([
    'Samsung Internet on Android',
    'iPhone',
    ...Array(3).fill('Unknown device'),
  ]);
});
