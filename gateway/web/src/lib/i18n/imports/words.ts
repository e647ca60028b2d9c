import { i18n } from '../index.svelte';
import { en } from './en';
import { ko } from './ko';

/** The sentences of imports in the reader's language: both are there, as a reader may switch. */
export const importWords = () => (i18n.lang === 'ko' ? ko : en);
