import { en as common } from './common/en';
import { en as shell } from './shell/en';
import { en as auth } from './auth/en';
import { en as projects } from './projects/en';
import { en as items } from './items/en';
import { en as item } from './item/en';
import { en as dashboard } from './dashboard/en';

/** Every sentence of the app in English. The compiler checks that ko.ts has the same keys. */
export const en = { ...common, ...shell, ...auth, ...projects, ...items, ...item, ...dashboard };

type Same<T> = T extends (...args: infer A) => string
  ? (...args: A) => string
  : T extends string
    ? string
    : { [K in keyof T]: Same<T[K]> };

export type Messages = Same<typeof en>;
