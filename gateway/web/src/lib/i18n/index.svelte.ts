import type { Messages } from './en';
import type { PeopleMessages } from './people/en';

export type Lang = 'en' | 'ko';

const dictionaries: Record<Lang, () => Promise<Messages>> = {
  en: async () => (await import('./en')).en,
  ko: async () => (await import('./ko')).ko,
};

const people: Record<Lang, () => Promise<PeopleMessages>> = {
  en: async () => (await import('./people/en')).en,
  ko: async () => (await import('./people/ko')).ko,
};

/** The language of the page: one dictionary is loaded; the other one when the reader switches. */
class I18n {
  lang = $state<Lang>('en');
  t = $state.raw({} as Messages);
  /** Loaded only on routes that call withPeople. */
  people = $state.raw({} as PeopleMessages);
  #withPeople = false;
  #chosen = false;

  async start(): Promise<void> {
    this.#chosen = recall('ilgam.lang') !== null;
    await this.use(document.documentElement.lang === 'ko' ? 'ko' : 'en');
  }

  async use(lang: Lang): Promise<void> {
    const [all, ofPeople] = await Promise.all([
      dictionaries[lang](),
      this.#withPeople ? people[lang]() : this.people,
    ]);
    this.t = all;
    this.people = ofPeople;
    this.lang = lang;
    document.documentElement.lang = lang;
  }

  async withPeople(): Promise<void> {
    this.#withPeople = true;
    this.people = await people[this.lang]();
  }

  async toggle(): Promise<void> {
    await this.choose(this.lang === 'ko' ? 'en' : 'ko');
  }

  /** Sets the language for this device only, not for the member's profile. */
  async choose(lang: Lang): Promise<void> {
    this.#chosen = true;
    await this.use(lang);
    remember('ilgam.lang', lang);
  }

  /** Uses the profile's language, unless another one was chosen on this device. */
  async follow(locale: string | undefined): Promise<void> {
    const lang = locale === 'ko' || locale === 'en' ? locale : this.lang;
    if (!this.#chosen && lang !== this.lang) await this.use(lang);
  }

  /** The profile's language was just changed: it replaces the choice on this device. */
  async adopt(lang: Lang): Promise<void> {
    this.#chosen = false;
    forget('ilgam.lang');
    await this.follow(lang);
  }
}

export const i18n = new I18n();

/** Storage may be disabled; the choice then lasts until the page is closed. */
export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    return;
  }
}

function recall(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function forget(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch {
    return;
  }
}
