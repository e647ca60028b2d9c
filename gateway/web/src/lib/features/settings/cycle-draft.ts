import { weekdays, type CycleRule, type Weekday } from '#lib/api/calendar.ts';
import { required } from '#lib/components/ui/form.svelte.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

export const usualLengths = ['7', '14', '21', '28'] as const;

export type LengthChoice = (typeof usualLengths)[number] | 'other';

/** A work cycle that is being edited. */
export interface CycleDraft {
  startsOn: string;
  length: LengthChoice;
  lengthDays: number;
  workingDays: Weekday[];
  hoursADay: number;
  timeZone: string;
  effectiveFrom: string;
}

/** Starts from a work cycle, to take effect from a day on. */
export function draftOf(cycle: CycleRule, effectiveFrom: string): CycleDraft {
  const { startsOn, lengthDays, workingDays, hoursADay, timeZone } = cycle;
  const length = usualLengths.find((days) => Number(days) === lengthDays) ?? 'other';
  return { startsOn, length, lengthDays, workingDays: [...workingDays], hoursADay, timeZone, effectiveFrom };
}

const daysOf = ({ length, lengthDays }: CycleDraft) => (length === 'other' ? lengthDays : Number(length));

export function errorsOf(draft: CycleDraft, today: string) {
  const { work } = i18n.people;
  const days = daysOf(draft);
  const { workingDays, hoursADay, effectiveFrom, startsOn } = draft;
  return {
    lengthDays: Number.isInteger(days) && days >= 1 && days <= 92 ? undefined : work.lengthInvalid,
    workingDays: workingDays.length > 0 ? undefined : work.workingDaysNeeded,
    hoursADay:
      hoursADay > 0 && hoursADay <= 24 && Number.isInteger(hoursADay * 4) ? undefined : work.hoursInvalid,
    effectiveFrom: effectiveFrom >= today ? undefined : work.effectivePast,
    startsOn: required(startsOn),
  };
}

export function ruleOf(draft: CycleDraft): Omit<CycleRule, 'effectiveFrom'> & { effectiveFrom: string } {
  const { startsOn, workingDays, hoursADay, timeZone, effectiveFrom } = draft;
  return {
    startsOn,
    lengthDays: daysOf(draft),
    workingDays: weekdays.filter((day) => workingDays.includes(day)),
    hoursADay,
    timeZone,
    effectiveFrom,
  };
}
