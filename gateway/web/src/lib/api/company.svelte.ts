import { api } from './api';
import { queryClient } from './client';

/** The company's settings that every screen needs. */
class CurrentCompany {
  /** The time zone for figures and for members without a work cycle; the browser's until it is known. */
  timeZone = $state(Intl.DateTimeFormat().resolvedOptions().timeZone);

  /** Unknown until the first answer. */
  known = false;

  async load(): Promise<void> {
    this.timeZone = (await api.get('/api/company')).timeZone;
    this.known = true;
  }

  /** After a change of the zone, due dates and figures go by other days. */
  async moveTo(timeZone: string): Promise<void> {
    this.timeZone = (await api.patch('/api/company', { body: { timeZone } })).timeZone;
    await queryClient.invalidateQueries({ queryKey: ['items'] });
    await queryClient.invalidateQueries({ queryKey: ['dashboard'] });
  }
}

export const company = new CurrentCompany();
