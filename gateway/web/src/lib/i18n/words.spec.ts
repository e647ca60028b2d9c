import { expect, it } from 'vitest';
import { en } from './en';
import { ko } from './ko';
import { en as importsEn } from './imports/en';
import { ko as importsKo } from './imports/ko';
import { en as peopleEn } from './people/en';
import { ko as peopleKo } from './people/ko';
import { help } from './help';
import { en as refusalsEn } from './refusals/en';
import { ko as refusalsKo } from './refusals/ko';

/** Words that readers misunderstood, and what replaces them. */
const replaced: Record<'en' | 'ko', [RegExp, string][]> = {
  en: [
    [/as many as since/, 'the same as at the start'],
    [/\b(added|removed) labels/, 'added the label'],
    [/\bthis is needed/, 'Required'],
    [/present password/, 'Current password'],
    [/look into your mail/, 'Check your e-mail'],
    [/that is all/, 'End of list'],
    [/nobody yet/, 'Unassigned'],
    [/none yet/, 'No status, No team'],
    [/without a date/, 'No due date'],
    [/find your password/, 'Reset your password'],
    [/\bform (a )?team|\bforms teams|\bis formed|disband/, 'Create team, Delete team'],
    [/\b(take|takes|took|taken) (this invitation |the invitation )?back/, 'Revoke'],
    [/relieve/, 'Remove as lead'],
    [/\bgood (for|until)\b/, 'Expires after'],
    [/somebody was faster/, 'Someone else changed this'],
    [/every other session ends/, 'Changing it logs you out elsewhere'],
    [/end what you do not know/, 'Don’t recognise one? End it and change your password'],
    [/known persons?\b/, 'People without an account'],
    [/nothing is waiting for you/, 'You’re all caught up'],
    [/whoever opens the link/, 'Anyone with the link can create one account'],
    [/works? no more|no more works/, 'no longer works'],
    [/\bis no domain/, 'is not a valid domain'],
    [/nothing like this/, 'No matching events'],
    [/joined otherwise/, 'Signed up another way'],
    [/\bno working day\b/, 'Non-working day'],
    [/\b(counts|holds) from\b/, 'Effective from'],
    [/add its holidays|take the public holidays/, 'Add holidays, Add a country’s public holidays'],
    [/you may not see this/, 'You don’t have access'],
    [/search titles and keys/, 'Search titles, descriptions and keys'],
  ],
  ko: [
    [/내 작업/, '내 일감'],
    [/좋은 (아침|오후|저녁)/, '안녕하세요'],
    [/기다리는 일감/, '할 일감이 없습니다'],
    [/조건/, '필터'],
    [/오늘까지/, '오늘 마감'],
    [/단추/, '버튼'],
    [/까닭/, '사유'],
    [/고침|고쳤|(?<!새로 )고친/, '수정됨, 수정했습니다'],
    [/더했|더하기|더하거나/, '추가했습니다, 추가'],
    [/뺐|빼기/, '제거했습니다, 제외'],
    [/로 정했습니다/, '지정했습니다'],
    [/-1에서 가져옴/, '원래 번호'],
    [/^선택$/, '선택 사항'],
    [/변함없/, '기간 처음과 같습니다'],
    [/사이클 타임 85백분위/, '사이클 타임(P85)'],
    [/시작한 지/, '시작 후 … 이내에'],
    [/^완료된 일감 없음/, '진행 기록이 있는 완료 일감 없음'],
    [/일의 공간/, '작업 공간'],
    [/다시 꺼/, '보관 해제'],
    [/작업 흐름/, '업무 흐름'],
    [/마감일/, '기한'],
    [/되살/, '복원'],
    [/접근 토큰/, '액세스 토큰'],
    [/이름을 대신/, '내 이름으로'],
    [/말하는 방식/, '화면과 메일에 쓸 언어와 시간대'],
    [/어느 기기에서/, '기기에서 따로 고른 언어는 그 기기에만 적용됩니다'],
    [/해임|해산/, '팀장 해제, 팀 없애기'],
    [/지난달|지난해/, '이전 달, 이전 해'],
    [/표시의 뜻/, '범례'],
    [/이해에/, '이 해에는'],
    [/나라/, '국가'],
    [/알려진 사람/, '계정 없는 사람'],
    [/활동 중/, '활성'],
    [/찾는 (사람|이름|나라)/, '검색 결과가 없습니다'],
    [/날짜가 너무 멉/, '너무 먼 날짜입니다'],
    [/회사 어딘가/, '다른 시간대에서는 이미 지난 날입니다'],
    [/0보다 크고/, '15분 단위로, 24시간까지 입력하세요'],
    [/^사소$/, '사소함'],
  ],
};

/** Every sentence of a dictionary: its functions are called with words and with numbers. */
function sentences(node: unknown, path: string): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') {
    const say = node as (...args: unknown[]) => string;
    const given = (value: unknown) => Array.from({ length: say.length }, () => value);
    return [
      [path, String(say(...given('WEB-1')))],
      ...[0, 1, 2].flatMap((n): [string, string][] => {
        try {
          return [[path, String(say(...given(n)))]];
        } catch {
          return []; // This function needs a word, and got one above.
        }
      }),
    ];
  }
  return Object.entries(node as object).flatMap(([name, inner]) => sentences(inner, `${path}.${name}`));
}

it.each([
  ['en', { ...en, help: help.en, imports: importsEn, people: peopleEn, refusals: refusalsEn }],
  ['ko', { ...ko, help: help.ko, imports: importsKo, people: peopleKo, refusals: refusalsKo }],
] as const)('says in %s words that readers know', (lang, all) => {
  const texts = sentences(all, lang);
  expect(texts.length).toBeGreaterThan(1_000);
  const wrong = texts.flatMap(([path, text]) =>
    replaced[lang]
      .filter(([phrase]) => phrase.test(text.toLowerCase()))
      .map(([, better]) => `${path}: “${text}” (better: ${better})`),
  );
  expect(wrong).toEqual([]);
});
