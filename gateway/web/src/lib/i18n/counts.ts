/** A number with its English noun. */
export const plural = (n: number, one: string, many: string) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

/** A number in a Korean sentence. */
export const n = (count: number) => count.toLocaleString('ko');
