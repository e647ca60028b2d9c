import { en as profile } from '../profile/en';
import { en as security } from '../security/en';
import { en as members } from '../members/en';
import { en as calendar } from '../calendar/en';
import { en as administration } from '../administration/en';
import { en as operations } from '../operations/en';

/** Sentences of the screens about people; only their routes load them, since few visits need them. */
export const en = { ...profile, ...security, ...members, ...calendar, ...administration, ...operations };

type Same<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : { [K in keyof T]: Same<T[K]> };

export type PeopleMessages = Same<typeof en>;
