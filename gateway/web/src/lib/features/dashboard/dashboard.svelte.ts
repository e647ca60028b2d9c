import { workCycleQuery } from '#lib/api/calendar.ts';
import { company } from '#lib/api/company.svelte.ts';
import { cycleTimesQuery, flowQuery, summaryQuery, throughputQuery } from '#lib/api/dashboard.ts';
import { edgeQuery } from '#lib/api/items.ts';
import {
  figuresOf,
  isCycle,
  withoutEmptyStart,
  periodBefore,
  periodOf,
  rangeOf,
  stepOf,
  type Period,
  type View,
} from './period.ts';

/** All queries of one view of the dashboard. Create it while the page is set up. */
export class Dashboard {
  #view: () => View;
  #now = new Date();
  #scope = $derived.by(() => {
    const { project, team, kind } = this.#view();
    return {
      ...(project === '' ? {} : { project }),
      ...(team === '' ? {} : { team }),
      ...(kind === '' ? {} : { kind }),
    };
  });
  #earliest;
  #latest;
  #cycle;
  summary;
  flow;
  throughput;
  throughputBefore;
  times;
  timesBefore;

  constructor(view: () => View) {
    this.#view = view;
    const figures = () => figuresOf(view());
    const range = () => ({ ...figures(), ...rangeOf(view(), this.period) });
    const before = () => {
      const { from, to } = periodBefore(this.period);
      return { ...figures(), from: from.toISOString(), to: to.toISOString() };
    };
    const ready = () =>
      isCycle(view().span) ? !this.#cycle.isPending : view().span !== 'all' || !this.#earliest.isPending;
    const compared = () => view().span !== 'all' && ready();
    this.#cycle = workCycleQuery(
      () => view().at,
      () => isCycle(view().span),
    );
    this.#earliest = edgeQuery('createdAt', () => this.#scope);
    this.#latest = edgeQuery('-updatedAt', () => this.#scope);
    this.summary = summaryQuery(figures);
    this.flow = flowQuery(
      () => {
        const lived = withoutEmptyStart(this.period, this.first, company.timeZone);
        return { ...figures(), ...rangeOf(view(), lived), step: stepOf(lived.days) };
      },
      () => !this.#earliest.isPending && ready(),
    );
    this.throughput = throughputQuery(() => ({ ...range(), step: 'week' }), ready);
    this.throughputBefore = throughputQuery(() => ({ ...before(), step: 'week' }), compared);
    this.times = cycleTimesQuery(() => ({ ...range(), points: true }), ready);
    this.timesBefore = cycleTimesQuery(before, compared);
  }

  get period(): Period {
    return periodOf(this.#view(), this.#now, this.first, company.timeZone, this.#cycle.data?.cycles);
  }

  /** When the first item was created: the earliest day that can be chosen. */
  get first(): Date | null {
    return this.#earliest.data ? new Date(this.#earliest.data.createdAt) : null;
  }

  /** When something last happened, if that is before the shown period. */
  get lastBefore(): Date | null {
    const last = this.#latest.data ? new Date(this.#latest.data.updatedAt) : null;
    return last !== null && last < this.period.from ? last : null;
  }

  get nothing(): boolean {
    return this.#earliest.isSuccess && this.#earliest.data === null;
  }

  retry(): void {
    for (const query of [this.summary, this.flow, this.throughput, this.times]) void query.refetch();
  }
}
