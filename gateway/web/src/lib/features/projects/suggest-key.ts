export const isKey = (key: string) => /^[A-Z][A-Z0-9]{1,9}$/.test(key);

/** Initials of the Korean letters' sounds, so that a Korean name gives a key too: 플랫폼 → PRP. */
const sounds = 'GKNDTRMBPSSWJJCKTPH';

/** A key for a project's name: initials of several words, or the first letters of one. */
export function suggestKey(name: string, taken: string[]): string {
  const words = [...name.normalize('NFKD').normalize('NFC')]
    .join('')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const letters = words.map((word) => [...word].map(latin).join('')).filter(Boolean);
  const first = letters.length > 1 ? letters.map((word) => word[0]).join('') : (letters[0] ?? '').slice(0, 4);
  let base = first.replace(/^[0-9]+/, '').slice(0, 8);
  if (base === '') return '';
  if (base.length === 1)
    base = (letters[0] ?? '')
      .replace(/^[0-9]+/, '')
      .slice(0, 2)
      .padEnd(2, 'X');
  let key = base;
  for (let n = 2; taken.includes(key); n++) key = base + n;
  return key;
}

function latin(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0xac00 && code <= 0xd7a3) return sounds[Math.floor((code - 0xac00) / 588)] ?? '';
  const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  return /^[A-Z0-9]$/.test(plain) ? plain : '';
}
