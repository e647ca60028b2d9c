/**
 * Korean particles depend on whether the word before them ends in a consonant: 과제는, 작업은.
 * A digit counts by how it is read, a Latin letter by its Korean name.
 */
const digits: Record<string, boolean> = {
  '0': true,
  '1': true,
  '2': false,
  '3': true,
  '4': false,
  '5': false,
  '6': true,
  '7': true,
  '8': true,
  '9': false,
};

const pairs = {
  '은/는': ['은', '는'],
  '이/가': ['이', '가'],
  '을/를': ['을', '를'],
  '와/과': ['과', '와'],
  '으로/로': ['으로', '로'],
} as const;

export function josa(word: string, pair: keyof typeof pairs): string {
  const last = word.replace(/[\s"'”’)\]]+$/u, '').at(-1) ?? '';
  const [closed, open] = pairs[pair];
  const rieul = pair === '으로/로' && endsInRieul(last);
  return word + (endsInConsonant(last) && !rieul ? closed : open);
}

function endsInConsonant(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0xac00 && code <= 0xd7a3) return (code - 0xac00) % 28 !== 0;
  if (letter in digits) return digits[letter]!;
  return /[lmnr]/i.test(letter);
}

function endsInRieul(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0xac00 && code <= 0xd7a3) return (code - 0xac00) % 28 === 8;
  return /[178lr]/i.test(letter);
}
