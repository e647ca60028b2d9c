import { api } from './api';
import { queryClient } from './client';

/** The company that the member belongs to, as far as every screen needs it. */
class CurrentCompany {
  /** Where days start for whoever has no work cycle, and for figures; the browser's until it is known. */
  timeZone = $state(Intl.DateTimeFormat().resolvedOptions().timeZone);

  /** Unknown until the first answer. */
  known = false;

  async load(): Promise<void> {
    this.timeZone = (await api.get('/api/company')).timeZone;
    this.known = true;
  }

  /** What is due and what figures say is another day's from now on. */
  async moveTo(timeZone: string): Promise<void> {
    this.timeZone = (await api.patch('/api/company', { body: { timeZone } })).timeZone;
    await queryClient.invalidateQueries({ queryKey: ['items'] });
    await queryClient.invalidateQueries({ queryKey: ['dashboard'] });
  }
}

export const company = new CurrentCompany();
