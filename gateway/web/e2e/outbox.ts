import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { api } from './support';

export interface Mail {
  /** The path of its link. */
  path: string;
  text: string;
}

/** The newest mail of a kind to an address, from the folder that is used without a mail server. */
export async function mailTo(admin: Page, to: string, kind: string): Promise<Mail> {
  const settings = (await api(admin, 'GET', '/settings')) as { mail?: { outbox?: string | null } };
  const outbox = process.env['ILGAM_OUTBOX'] ?? settings.mail?.outbox ?? '';
  expect(outbox, 'the folder of mails: this story needs a system without a mail server').not.toBe('');
  let mail: Mail | null = null;
  await expect
    .poll(() => (mail = newest(outbox, to, kind)), { message: `a mail to ${to} in ${outbox}` })
    .not.toBeNull();
  return mail!;
}

function newest(outbox: string, to: string, kind: string): Mail | null {
  const mails = (existsSync(outbox) ? readdirSync(outbox) : [])
    .filter((name) => name.endsWith('.eml'))
    .map((name) => join(outbox, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const mail of mails) {
    const text = bodyOf(readFileSync(mail, 'utf8'));
    const found = new RegExp(`/${kind}/[\\w.~%-]+`).exec(text);
    if (text.includes(to) && found !== null) return { path: found[0], text };
  }
  return null;
}

/** Mail bodies may be encoded: the text as it is, and decoded from both encodings. */
function bodyOf(mail: string): string {
  const plain = mail.replace(/=\r?\n/g, '').replace(/=3D/g, '=');
  const parts = mail.match(/(?:^[A-Za-z0-9+/=]{60,}\r?$\n?)+(?:^[A-Za-z0-9+/=]+\r?$)?/gm) ?? [];
  return [plain, ...parts.map((part) => Buffer.from(part, 'base64').toString('utf8'))].join('\n');
}
