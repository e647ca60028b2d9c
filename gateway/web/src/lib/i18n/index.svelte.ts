import type { Messages } from './en';

export type Lang = 'en' | 'ko';

const dictionaries: Record<Lang, () => Promise<Messages>> = {
  en: async () => (await import('./en')).en,
  ko: async () => (await import('./ko')).ko,
};

/** The language of the page: one dictionary is loaded, and the other when somebody switches. */
class I18n {
  lang = $state<Lang>('en');
  t = $state.raw({} as Messages);

  async start(): Promise<void> {
    await this.use(document.documentElement.lang === 'ko' ? 'ko' : 'en');
  }

  async use(lang: Lang): Promise<void> {
    this.t = await dictionaries[lang]();
    this.lang = lang;
    document.documentElement.lang = lang;
  }

  async toggle(): Promise<void> {
    await this.use(this.lang === 'ko' ? 'en' : 'ko');
    remember('ilgam.lang', this.lang);
  }
}

export const i18n = new I18n();

/** Storage may be switched off; the choice then lasts as long as the page. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    return;
  }
}
