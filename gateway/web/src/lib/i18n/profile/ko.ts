import type { en } from './en';

/** Sentences of a member’s own profile in Korean. */
export const ko: typeof en = {
  profile: {
    title: '프로필',
    hint: '다른 회원에게 보이는 모습과, 화면과 메일에 쓸 언어와 시간대를 정합니다.',
    name: '이름',
    language: '언어',
    languageHint: '화면과 메일에 쓰입니다. 기기에서 따로 고른 언어는 그 기기에만 적용됩니다.',
    languages: { ko: '한국어', en: 'English' },
    timeZone: '시간대',
    timeZoneHint: '메일의 시각에 쓰입니다. 기한은 작업 주기의 시간대를 따릅니다.',
    colour: '아바타 색',
    colours: {
      slate: '회색',
      red: '빨강',
      orange: '주황',
      amber: '호박색',
      lime: '연두',
      green: '초록',
      teal: '청록',
      sky: '하늘색',
      blue: '파랑',
      indigo: '남색',
      purple: '보라',
      pink: '분홍',
    },
    saved: '프로필을 저장했습니다.',
  },

  zone: {
    search: '시간대 검색',
    none: '검색 결과가 없습니다',
  },
};
