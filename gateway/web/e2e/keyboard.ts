import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, type Page } from '@playwright/test';

export interface Task {
  /** The page on which the task starts. */
  from: string;
  /** The most key presses it may take. */
  limit: number;
  does: (keyboard: Keyboard, others: { admin: Page }) => Promise<void>;
}

/**
 * A user without a mouse. Key presses are counted, a chord once; typed content (a title, a password, an address, search
 * words) is not counted.
 */
export class Keyboard {
  readonly page: Page;
  readonly steps: string[] = [];
  count = 0;

  constructor(page: Page) {
    this.page = page;
  }

  async press(key: string, times = 1): Promise<void> {
    for (let time = 0; time < times; time++) await this.page.keyboard.press(key);
    this.count += times;
    const shown =
      key.length === 1
        ? key.toUpperCase()
        : key.replace(/\+(.)$/, (_, last: string) => `+${last.toUpperCase()}`);
    this.steps.push(times === 1 ? `**${shown}**` : `**${shown}** ×${times}`);
  }

  /** @param what the task's name in the table */
  async type(content: string, what: string): Promise<void> {
    await this.page.keyboard.insertText(content);
    this.steps.push(what);
  }

  /** Opens a link from outside the page; that counts as a press. */
  async follow(path: string, what: string): Promise<void> {
    await this.page.goto(path);
    this.count++;
    this.steps.push(`**${what}**`);
  }
}

export interface Done extends Omit<Task, 'does'> {
  name: string;
  steps: string[];
  count: number;
}

const DOCUMENT = fileURLToPath(new URL('../../../docs/usability.md', import.meta.url));

/** The document's table must equal the counts of this run; with ILGAM_WRITE it is rewritten. */
export function keepTable(done: Done[]): void {
  const lines = done.map(
    ({ name, from, steps, count, limit }) =>
      `| ${name} | ${from} | ${steps.join(', ') || 'it is there'} | ${count} | ${limit} |`,
  );
  const table = ['| Task | From | Steps | Presses | At most |', '|---|---|---|---|---|', ...lines].join('\n');
  const document = readFileSync(DOCUMENT, 'utf8').replace(/^\| Task[^]*?\n(?=\n)/m, () => `${table}\n`);
  if (process.env['ILGAM_WRITE'] === 'true') writeFileSync(DOCUMENT, document);
  expect(readFileSync(DOCUMENT, 'utf8'), 'npm run usability writes docs/usability.md').toBe(document);
}
