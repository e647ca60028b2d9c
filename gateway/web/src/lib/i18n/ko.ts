import { ko as common } from './common/ko';
import { ko as shell } from './shell/ko';
import { ko as auth } from './auth/ko';
import { ko as projects } from './projects/ko';
import { ko as items } from './items/ko';
import { ko as item } from './item/ko';
import { ko as dashboard } from './dashboard/ko';
import type { Messages } from './en';

/** Every sentence of the app in Korean. */
export const ko: Messages = { ...common, ...shell, ...auth, ...projects, ...items, ...item, ...dashboard };
