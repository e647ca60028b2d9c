import { weekdays, type Rhythm, type Weekday } from '#lib/api/calendar.ts';
import { i18n } from '#lib/i18n/index.svelte.ts';

export const usualLengths = ['7', '14', '21', '28'] as const;

export type LengthChoice = (typeof usualLengths)[number] | 'other';

type FieldName = 'lengthDays' | 'workingDays' | 'hoursADay' | 'effectiveFrom' | 'startsOn';

/** A work cycle while it is edited: what was typed, and what is wrong with it. */
export class CycleDraft {
  startsOn = $state('');
  lengthDays = $state(14);
  length = $state<LengthChoice>('14');
  workingDays = $state<Weekday[]>([]);
  hoursADay = $state(8);
  timeZone = $state('UTC');
  effectiveFrom = $state('');
  #today: string;

  /** Begins with a rhythm that is to hold from a day on. */
  constructor(cycle: Rhythm, effectiveFrom: string, today: string) {
    this.startsOn = cycle.startsOn;
    this.lengthDays = cycle.lengthDays;
    this.length = usualLengths.find((days) => Number(days) === cycle.lengthDays) ?? 'other';
    this.workingDays = [...cycle.workingDays];
    this.hoursADay = cycle.hoursADay;
    this.timeZone = cycle.timeZone;
    this.effectiveFrom = effectiveFrom;
    this.#today = today;
  }

  get days(): number {
    return this.length === 'other' ? this.lengthDays : Number(this.length);
  }

  error(field: FieldName): string | undefined {
    const { work } = i18n.people;
    switch (field) {
      case 'lengthDays':
        return Number.isInteger(this.days) && this.days >= 1 && this.days <= 92
          ? undefined
          : work.lengthInvalid;
      case 'workingDays':
        return this.workingDays.length > 0 ? undefined : work.workingDaysNeeded;
      case 'hoursADay':
        return this.hoursADay > 0 && this.hoursADay <= 24 && Number.isInteger(this.hoursADay * 4)
          ? undefined
          : work.hoursInvalid;
      case 'effectiveFrom':
        return this.effectiveFrom >= this.#today ? undefined : work.effectivePast;
      case 'startsOn':
        return this.startsOn === '' ? i18n.t.auth.required : undefined;
    }
  }

  get sound(): boolean {
    const fields: FieldName[] = ['lengthDays', 'workingDays', 'hoursADay', 'effectiveFrom', 'startsOn'];
    return fields.every((field) => this.error(field) === undefined);
  }

  get rhythm(): Omit<Rhythm, 'effectiveFrom'> & { effectiveFrom: string } {
    return {
      startsOn: this.startsOn,
      lengthDays: this.days,
      workingDays: weekdays.filter((day) => this.workingDays.includes(day)),
      hoursADay: this.hoursADay,
      timeZone: this.timeZone,
      effectiveFrom: this.effectiveFrom,
    };
  }
}
