import { ko as profile } from '../profile/ko';
import { ko as security } from '../security/ko';
import { ko as members } from '../members/ko';
import { ko as calendar } from '../calendar/ko';
import { ko as administration } from '../administration/ko';
import { ko as operations } from '../operations/ko';
import type { PeopleMessages } from './en';

/** Sentences of the screens about people in Korean. */
export const ko: PeopleMessages = {
  ...profile,
  ...security,
  ...members,
  ...calendar,
  ...administration,
  ...operations,
};
