import { expect, it } from 'vitest';
import { josa } from './josa';

it.each([
  ['작업', '은/는', '작업은'],
  ['이슈', '은/는', '이슈는'],
  ['상태', '을/를', '상태를'],
  ['담당', '을/를', '담당을'],
  ['완료', '으로/로', '완료로'],
  ['진행 중', '으로/로', '진행 중으로'],
  ['할 일', '으로/로', '할 일로'],
  ['WEB-12', '이/가', 'WEB-12가'],
  ['WEB-13', '이/가', 'WEB-13이'],
  ['WEB-7', '으로/로', 'WEB-7로'],
  ['“할 일”', '으로/로', '“할 일”로'],
] as const)('%s with %s is %s', (word, pair, whole) => {
  expect(josa(word, pair)).toBe(whole);
});
