import { queryClient } from './client';
import { ask } from './http';

interface Company {
  timeZone: string;
}

/** The company that the member belongs to, as far as every screen needs it. */
class CurrentCompany {
  /** Where days start for whoever has no work cycle, and for figures; the browser's until it is known. */
  timeZone = $state(Intl.DateTimeFormat().resolvedOptions().timeZone);

  /** Unknown until the first answer. */
  known = false;

  async load(): Promise<void> {
    const { body } = await ask<Company>('GET', '/company');
    this.timeZone = body.timeZone;
    this.known = true;
  }

  /** What is due and what figures say is another day's from now on. */
  async moveTo(timeZone: string): Promise<void> {
    const { body } = await ask<Company>('PATCH', '/company', { body: { timeZone } });
    this.timeZone = body.timeZone;
    await queryClient.invalidateQueries({ queryKey: ['items'] });
    await queryClient.invalidateQueries({ queryKey: ['dashboard'] });
  }
}

export const company = new CurrentCompany();
