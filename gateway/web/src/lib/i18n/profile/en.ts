/** Sentences of a member’s own profile. */
export const en = {
  profile: {
    title: 'Profile',
    hint: 'How others see you, and the language and time zone of screens and mails.',
    name: 'Name',
    language: 'Language',
    languageHint: 'For screens and mails. A language chosen on a device applies to that device only.',
    languages: { ko: '한국어', en: 'English' } as Record<string, string>,
    timeZone: 'Time zone',
    timeZoneHint: 'For times in mails. Due dates follow the time zone of your work cycle.',
    colour: 'Avatar colour',
    colours: {
      slate: 'Slate',
      red: 'Red',
      orange: 'Orange',
      amber: 'Amber',
      lime: 'Lime',
      green: 'Green',
      teal: 'Teal',
      sky: 'Sky',
      blue: 'Blue',
      indigo: 'Indigo',
      purple: 'Purple',
      pink: 'Pink',
    },
    saved: 'Your profile is saved.',
  },

  zone: {
    search: 'Search time zones',
    none: 'No results',
  },
};
