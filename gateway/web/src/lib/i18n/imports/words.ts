import { i18n } from '../index.svelte';
import { en } from './en';
import { ko } from './ko';

/** The sentences of imports; both languages are loaded, since the reader may switch. */
export const importWords = () => (i18n.lang === 'ko' ? ko : en);
