import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startImport } from './imports.ts';

/** The request of a browser; the test says how far it is and how it ends. */
class Upload {
  static last: Upload;
  readonly headers: Record<string, string> = {};
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  onload = () => {};
  onerror = () => {};
  to = '';
  body = new FormData();
  status = 0;
  responseText = '';
  retryAfter: string | null = null;

  constructor() {
    Upload.last = this;
  }
  open(method: string, path: string) {
    this.to = `${method} ${path}`;
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  getResponseHeader(name: string) {
    return name === 'Retry-After' ? this.retryAfter : null;
  }
  send(body: FormData) {
    this.body = body;
  }
  answer(status: number, body: object) {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload();
  }
}

beforeEach(() => {
  document.cookie = 'XSRF-TOKEN=secret';
  vi.stubGlobal('XMLHttpRequest', Upload);
});
afterEach(() => {
  document.cookie = 'XSRF-TOKEN=; Max-Age=0';
  vi.unstubAllGlobals();
});

const items = new File(['key;title'], 'items.csv');
const start = (onprogress: (share: number) => void = () => {}) =>
  startImport({ items, project: 'WEB' } as never, onprogress);

it('uploads the files with the XSRF token, and reports how much has arrived', async () => {
  const shares: number[] = [];
  const started = start((share) => shares.push(share));
  const { last } = Upload;
  last.upload.onprogress?.({ loaded: 0, total: 0 });
  last.upload.onprogress?.({ loaded: 25, total: 100 });
  last.answer(202, { id: 'import-1' });
  expect(await started).toBe('import-1');
  expect(shares).toEqual([0, 0.25]);
  expect([last.to, last.headers['X-XSRF-TOKEN']]).toEqual(['POST /api/imports', 'secret']);
  expect((last.body.get('items') as File).name).toBe('items.csv');
  expect(last.body.get('project')).toBe('WEB');
});

it('says why an upload was refused, in which line, and when to try again', async () => {
  const started = start();
  Upload.last.retryAfter = '30';
  Upload.last.answer(422, { reason: 'unreadable-file', detail: 'No.', line: 12 });
  await expect(started).rejects.toMatchObject({
    status: 422,
    reason: 'unreadable-file',
    line: 12,
    retryAfter: 30,
  });
});

it('is offline if nothing answers', async () => {
  const started = start();
  Upload.last.onerror();
  await expect(started).rejects.toMatchObject({ status: 0, away: true });
});
