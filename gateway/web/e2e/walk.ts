import { expect, type Locator, type Page } from '@playwright/test';
import { settled } from './layout';

/** Buttons, or choices of menus, that open a dialog. */
const OPENERS = '[aria-haspopup="dialog"]:enabled';
const MENUS = '[aria-haspopup="menu"]:enabled';
const UNFOLDING = '[aria-expanded="false"]:not([aria-haspopup], [role="combobox"]):enabled';
const FIELDS =
  'input:not([type="hidden"], [type="checkbox"], [type="radio"], [type="file"]), textarea, select';
const TYPED = 'input:not([type="hidden"], [type="checkbox"], [type="radio"], [type="file"]), textarea';

/** Opens every dialog of a page and checks every form on the way. */
export class Walk {
  readonly #page: Page;
  /** The changes that the page tried to send. */
  readonly #sent: string[] = [];

  private constructor(page: Page) {
    this.#page = page;
  }

  /** From now on every change is refused with an unknown reason, so that no form has an effect. */
  static async on(page: Page): Promise<Walk> {
    const walk = new Walk(page);
    await page.route('**/api/**', (route) => {
      const request = route.request();
      if (request.method() === 'GET') return route.fallback();
      walk.#sent.push(`${request.method()} ${new URL(request.url()).pathname}`);
      return route.fulfill({
        status: 400,
        contentType: 'application/problem+json',
        body: JSON.stringify({ status: 400, type: '/problems/invalid', reason: 'invalid', detail: 'No.' }),
      });
    });
    return walk;
  }

  /** Every dialog and form that this part of the page shows or can open. */
  async through(part: Locator): Promise<void> {
    for (const opener of await this.#unlike(part.locator(OPENERS))) await this.#dialog(opener);
    for (const opener of await this.#unlike(part.locator(MENUS))) await this.#menu(opener);
    // From the last to the first: an unfolded one is not counted any more, which would shift the indexes after it.
    for (const opener of (await this.#unlike(part.locator(UNFOLDING))).reverse()) await opener.click();
    await settled(this.#page);
    for (const form of await visible(part.locator('form'))) await this.#form(form);
  }

  /** Only the first of those that repeat in rows or have the same name and look. */
  async #unlike(all: Locator): Promise<Locator[]> {
    const alike = await all.evaluateAll((elements) =>
      elements.map((element) => {
        if (!element.checkVisibility()) return [];
        let shape = '';
        for (let one: Element | null = element; one !== null; one = one.parentElement)
          shape += `${one.tagName}.${one.className} `;
        const name = element.getAttribute('aria-label') ?? element.textContent.trim();
        const called = `${name} ${element.className}`;
        return element.closest('li, [role="row"]') === null ? [called] : [called, shape];
      }),
    );
    const known = new Set<string>();
    return alike.flatMap((those, place) => {
      const isNew = those.length > 0 && !those.some((one) => known.has(one));
      for (const one of those) known.add(one);
      return isNew ? [all.nth(place)] : [];
    });
  }

  async #menu(opener: Locator): Promise<void> {
    const choices = this.#page.getByRole('menu').locator('[aria-haspopup="dialog"]');
    await opener.click();
    await expect(this.#page.getByRole('menu')).toBeVisible();
    const many = await choices.count();
    await this.#close(opener, 'menu');
    for (let place = 0; place < many; place++) {
      await opener.click();
      await choices.nth(place).click();
      await this.#opened(opener);
    }
  }

  async #dialog(opener: Locator): Promise<void> {
    await opener.click();
    await this.#opened(opener);
  }

  /** A dialog starts in its first field, keeps a composed syllable, and gives the focus back. */
  async #opened(opener: Locator): Promise<void> {
    const open = this.#page.getByRole('dialog');
    const nested = await opener.evaluate((element) => element.closest('[role="dialog"]') !== null);
    await expect(open, `what ${await nameOf(opener)} opens`).toHaveCount(nested ? 2 : 1);
    // By its name: other dialogs may open above it.
    const dialog = this.#page.locator(`[id="${await open.last().getAttribute('id')}"]`);
    await this.#beginsInFirstField(dialog, opener);
    await this.#keepsComposing(this.#page.locator(':focus'));
    await expect(open, 'Enter and Escape that end a composition leave the dialog').toHaveCount(
      nested ? 2 : 1,
    );
    if (!nested && (await isNew(dialog))) {
      for (const inner of await this.#unlike(dialog.locator(OPENERS))) await this.#dialog(inner);
      for (const form of await visible(dialog.locator('form'))) await this.#form(form);
    }
    await this.#close(opener, 'dialog');
  }

  async #beginsInFirstField(dialog: Locator, opener: Locator): Promise<void> {
    const begins = () =>
      dialog.evaluate((element, fields) => {
        const now = document.activeElement;
        if (now === null || !element.contains(now)) return `outside, in <${now?.tagName}>`;
        const first = [...element.querySelectorAll<HTMLInputElement>(fields)].find(
          (field) => field.checkVisibility() && !field.disabled && !field.readOnly,
        );
        if (first !== undefined) return now === first ? 'well' : `in ${now.outerHTML.slice(0, 120)}`;
        const controls = [...element.querySelectorAll('button, a[href], [tabindex]')];
        return controls.indexOf(now) > 0 ? 'well' : `in ${now.outerHTML.slice(0, 120)}`;
      }, FIELDS);
    await expect.poll(begins, { message: `where what ${await nameOf(opener)} opens begins` }).toBe('well');
  }

  async #close(opener: Locator, what: 'dialog' | 'menu'): Promise<void> {
    const open = this.#page.getByRole(what);
    const before = await open.count();
    await this.#page.keyboard.press('Escape');
    await expect(open).toHaveCount(before - 1);
    await expect(opener, 'the focus is back where it came from').toBeFocused();
  }

  async #form(form: Locator): Promise<void> {
    for (const field of await visible(form.locator(TYPED))) await this.#keepsComposing(field);
    await expect(form, 'Enter and Escape that end a composition leave the form').toBeVisible();
    for (const field of await visible(form.locator(TYPED)))
      if ((await valueOf(field)) !== '' && (await field.isEditable())) await field.fill('');
    await this.#alone(form);
    await this.#focusesFirstWrong(form);
  }

  /** Closes what the form opened by itself, such as the picker in which it starts. */
  async #alone(form: Locator): Promise<void> {
    const above = this.#page.getByRole('dialog');
    const inDialog = await form.evaluate((element) => element.closest('[role="dialog"]') !== null);
    if (inDialog || (await above.count()) === 0) return;
    await this.#page.keyboard.press('Escape');
    await expect(above).toHaveCount(0);
  }

  /** Submits the emptied form: if fields show errors, the first of them has the cursor. */
  async #focusesFirstWrong(form: Locator): Promise<void> {
    const sent = this.#sent.length;
    const wrong = form.locator('[aria-invalid="true"], [data-wrong] button').first();
    await form.evaluate((element) => (element as HTMLFormElement).requestSubmit());
    await expect
      .poll(async () => (await wrong.count()) > 0 || this.#sent.length > sent || (await isIdle(form)), {
        message: `what an empty submit of ${await textOf(form)} does`,
      })
      .toBe(true);
    if ((await wrong.count()) > 0)
      await expect(wrong, `the first field that is wrong in ${await textOf(form)}`).toBeFocused();
  }

  /** No key press acts while an input method composes. */
  async #keepsComposing(field: Locator): Promise<void> {
    const sent = this.#sent.length;
    if ((await field.count()) === 0) return;
    const [before, after] = await field.evaluate((element) => {
      const value = () => ('value' in element ? String(element.value) : '');
      const before = value();
      for (const composing of [{ isComposing: true }, { keyCode: 229 }])
        for (const key of [{ key: 'Enter' }, { key: 'Enter', ctrlKey: true }, { key: 'Escape' }])
          element.dispatchEvent(
            new KeyboardEvent('keydown', { ...key, ...composing, bubbles: true, cancelable: true }),
          );
      return [before, value()];
    });
    expect(after, 'what is written while a syllable is composed').toBe(before);
    expect(this.#sent.slice(sent), 'sent while a syllable was composed').toEqual([]);
  }
}

/** Dialogs that were checked already: many pages open the same one. */
const walked = new Set<string>();

async function isNew(dialog: Locator): Promise<boolean> {
  const shape = await dialog.evaluate((element) =>
    [
      element.querySelector('h2')?.textContent,
      ...[...element.querySelectorAll('label')].map((one) => one.textContent),
    ].join(),
  );
  if (walked.has(shape)) return false;
  walked.add(shape);
  return true;
}

/** A form without required fields that sends nothing when it is empty, such as a comment. */
const isIdle = (form: Locator) =>
  form.evaluate(
    async (element) =>
      new Promise<boolean>((resolve) =>
        requestAnimationFrame(() =>
          setTimeout(() => resolve(element.querySelector('[aria-busy], [aria-invalid]') === null), 100),
        ),
      ),
  );

const valueOf = (field: Locator) =>
  field.evaluate((element) => ('value' in element ? String(element.value) : ''));

const nameOf = (opener: Locator) =>
  opener.evaluate((element) => `“${element.getAttribute('aria-label') ?? element.textContent.trim()}”`);

const textOf = (form: Locator) => form.evaluate((element) => `“${element.textContent.trim().slice(0, 60)}”`);

async function visible(all: Locator): Promise<Locator[]> {
  const shown = await all.evaluateAll((elements) => elements.map((element) => element.checkVisibility()));
  return shown.flatMap((is, place) => (is ? [all.nth(place)] : []));
}
