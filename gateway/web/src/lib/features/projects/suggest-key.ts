export const isKey = (key: string) => /^[A-Z][A-Z0-9]{1,9}$/.test(key);

const LONGEST = 6;

/** A key for a project's name: 한글 이름 → HGIR, Mobile Banking → MB, Website → WEBS. */
export function suggestKey(name: string, taken: string[]): string {
  const parts = partsOf(name);
  const mixed = parts.some(({ korean }) => korean);
  const letters =
    parts.length === 1 && !mixed
      ? parts[0]!.letters.slice(0, 4)
      : parts.map((part) => abbreviated(part, mixed)).join('');
  const base = letters.slice(0, LONGEST);
  if (base === '') return '';
  const long = base.length > 1 ? base : base.padEnd(2, 'X');
  let key = long;
  for (let n = 2; taken.includes(key); n++) key = long + n;
  return key;
}

interface Part {
  korean: boolean;
  /** One letter per syllable of a Korean word; the capital letters of any other word. */
  letters: string;
  /** Whether it is in capitals. */
  acronym: boolean;
}

/** Words, split into Korean and other parts. A key starts with a letter, so leading digits are dropped. */
function partsOf(name: string): Part[] {
  const parts: Part[] = [];
  for (const [word] of name.normalize('NFKC').matchAll(/[가-힣]+|(?:(?![가-힣])[\p{L}\p{N}])+/gu)) {
    const korean = /^[가-힣]/.test(word);
    let letters = [...word].map(korean ? initial : latin).join('');
    if (parts.length === 0) letters = letters.replace(/^[0-9]+/, '');
    if (letters !== '') parts.push({ korean, letters, acronym: /^[A-Z]{2,4}$/.test(word) });
  }
  return parts;
}

/** Every syllable of a Korean word and the initial of any other one, except an acronym: AI 플랫폼 → AIPRP. */
function abbreviated({ korean, letters, acronym }: Part, mixed: boolean): string {
  return korean || (mixed && acronym) ? letters : letters[0]!;
}

const initials = 'GKNDTRMBPSS-JJCKTPH';
const vowels = 'AAYYEEYYOWWOYUWWWYEUI';

/** The first letter of a romanised syllable. An initial ㅇ is silent, so its vowel counts. */
function initial(syllable: string): string {
  const place = syllable.charCodeAt(0) - 0xac00;
  const consonant = initials[Math.floor(place / 588)]!;
  return consonant === '-' ? vowels[Math.floor(place / 28) % 21]! : consonant;
}

function latin(letter: string): string {
  const plain = letter.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase();
  return /^[A-Z0-9]$/.test(plain) ? plain : '';
}
