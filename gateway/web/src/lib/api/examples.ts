import type { Member } from './types';

/** Ada, or another member that a test is about. */
export const ada = (as: Partial<Member> = {}): Member => ({
  id: 'ada',
  displayName: 'Ada',
  role: 'MEMBER',
  locale: 'en',
  timeZone: 'Asia/Seoul',
  active: true,
  account: true,
  erased: false,
  avatar: { initials: 'A', colour: 'teal' },
  ...as,
});
