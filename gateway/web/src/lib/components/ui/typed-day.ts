import { addDays, addMonths, firstDay, lastDay, monthOf, weekdayOf } from '#lib/components/calendar/month.ts';

const WORDS: Record<string, number> = {
  yesterday: -1,
  today: 0,
  tomorrow: 1,
  어제: -1,
  오늘: 0,
  내일: 1,
  모레: 2,
  글피: 3,
};
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const KOREAN_WEEKDAYS = '월화수목금토일';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * The day that a text means: "내일", "tomorrow", "fri", "금요일", "+3d", "2w", "12/24", "12월 24일", "24 Dec", "2026-12-24".
 * Without a year, the next such day; a weekday is the next one.
 *
 * @param today as YYYY-MM-DD
 * @returns YYYY-MM-DD, or null for any other text
 */
export function typedDay(typed: string, today: string): string | null {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/[.,]+$/, '');
  const word = WORDS[text];
  if (word !== undefined) return addDays(today, word);
  return shifted(text, today) ?? onWeekday(text, today) ?? ofParts(text, today);
}

/**
 * The days that a text means: two of them with "–", "~", "to" or "부터" between, or one. The second may be relative to the
 * first: "+3d", "fri", "1/5"; a word such as "tomorrow" is not.
 *
 * @param today as YYYY-MM-DD
 * @returns null if the text has no days, or the last is before the first
 */
export function typedRange(typed: string, today: string): { from: string; to: string } | null {
  const [first = '', last = first, more] = typed
    .replace(/까지$/, '')
    .split(/\s*(?:[~–—]|부터|\sto\s|\s-\s)\s*/);
  const from = typedDay(first, today);
  const to =
    from === null || last === first ? from : typedDay(last, last.toLowerCase() in WORDS ? today : from);
  return more !== undefined || from === null || to === null || to < from ? null : { from, to };
}

function shifted(text: string, today: string): string | null {
  const [, sign = '+', count, unit] =
    /^([+-])?\s*(\d{1,3})\s*(d|w|m|일|주|개월)(?: 뒤| 후)?$/.exec(text) ?? [];
  if (count === undefined || unit === undefined) return null;
  const by = Number(count) * (sign === '-' ? -1 : 1);
  if (unit === 'm' || unit === '개월') return sameDayIn(addMonths(monthOf(today), by), today);
  return addDays(today, unit === 'w' || unit === '주' ? 7 * by : by);
}

/** A day that a month does not have becomes its last one. */
function sameDayIn(month: string, day: string): string {
  const wanted = `${month}-${day.slice(8)}`;
  return wanted > lastDay(month) ? lastDay(month) : wanted;
}

function onWeekday(text: string, today: string): string | null {
  const korean = /^([월화수목금토일])(?:요일)?$/.exec(text)?.[1];
  const place = korean ? KOREAN_WEEKDAYS.indexOf(korean) : WEEKDAYS.findIndex((name) => isShort(text, name));
  if (place < 0) return null;
  return addDays(today, (place + 1 - weekdayOf(today) + 7) % 7 || 7);
}

/** Whether the text is a prefix, of at least three letters, of a weekday's or month's name. */
const isShort = (text: string, name: string) => /^[a-z]{3,9}$/.test(text) && text.startsWith(name);

function ofParts(text: string, today: string): string | null {
  const named = text.split(/[\s,]+/).map((part) => {
    const month = MONTHS.findIndex((name) => isShort(part, name));
    return month < 0 ? part : `m${month + 1}`;
  });
  const month = named.find((part) => part.startsWith('m'));
  const numbers =
    (month ? named.filter((part) => part !== month).join(' ') : text).match(/\d+/g)?.map(Number) ?? [];
  if (!/^[\d\s./년월일-]*$/.test(month ? named.filter((part) => part !== month).join(' ') : text))
    return null;
  if (month !== undefined) {
    const [day, year] = numbers;
    return numbers.length > 2 ? null : date(year, Number(month.slice(1)), day, today);
  }
  if (numbers.length === 3) return date(numbers[0], numbers[1], numbers[2], today);
  return numbers.length === 2 ? date(undefined, numbers[0], numbers[1], today) : null;
}

function date(year: number | undefined, month = 0, day = 0, today = ''): string | null {
  if (year !== undefined) return real(year, month, day);
  const thisYear = Number(today.slice(0, 4));
  const next = real(thisYear, month, day);
  return next !== null && next >= today ? next : (real(thisYear + 1, month, day) ?? next);
}

function real(year: number, month: number, day: number): string | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  const wanted = `${year}-${two(month)}-${two(day)}`;
  return wanted <= lastDay(monthOf(firstDay(wanted.slice(0, 7)))) && day <= 31 ? wanted : null;
}
