/** Two letters that stand for a person: the given name in Korean (서연), initials elsewhere (SK). */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s._-]+/u)
    .filter((word) => word !== '');
  const first = words[0] ?? '?';
  if (/^[가-힣]{2,4}$/u.test(first) && words.length === 1) return first.length > 2 ? first.slice(-2) : first;
  const last = words.length > 1 ? words.at(-1)! : '';
  return ([...first][0]! + ([...last][0] ?? '')).toUpperCase();
}

export const colours = [
  'slate',
  'red',
  'orange',
  'amber',
  'lime',
  'green',
  'teal',
  'sky',
  'blue',
  'indigo',
  'purple',
  'pink',
] as const;

export type Colour = (typeof colours)[number];

export const isColour = (name: unknown): name is Colour => colours.some((colour) => colour === name);

/** A colour derived from the id, until the chosen one is known. */
export function colourOf(id: string): Colour {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0;
  return colours[sum % colours.length]!;
}
