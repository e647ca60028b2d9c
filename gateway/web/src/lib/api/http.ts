import { i18n } from '#lib/i18n/index.svelte.ts';
import { connection } from './connection.svelte';

export interface FieldProblem {
  pointer: string;
  message: string;
  /** A stable code, where there is one. */
  reason?: string;
}

/** The server said no, or could not. The detail is a sentence for the member. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    readonly detail: string,
    readonly errors: FieldProblem[] = [],
    readonly traceId: string | null = null,
    readonly retryAfter: number | null = null,
    /** Where in an uploaded file it is. */
    readonly line: number | null = null,
  ) {
    super(detail);
    this.name = 'Refused';
  }

  /** What is wrong with one field of a form: in our own words where we know the reason, else the server's. */
  at(field: string): string | undefined {
    const error = this.errors.find(({ pointer }) => pointer.replace(/^#?\//, '') === field);
    return i18n.t.problem.field[error?.reason ?? ''] ?? error?.message;
  }

  get away(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

export interface Answer<T> {
  body: T;
  etag: string | null;
  location: string | null;
}

type Value = string | number | boolean | null | undefined;

export interface Ask {
  query?: Record<string, Value>;
  body?: unknown;
  form?: FormData;
  ifMatch?: string;
  /** Makes a repeat after a lost answer happen once. */
  idempotencyKey?: string;
  signal?: AbortSignal;
  onprogress?: (share: number) => void;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

let onSessionEnd = () => {};

export function whenSessionEnds(then: () => void): void {
  onSessionEnd = then;
}

export async function get<T>(path: string, query?: Ask['query'], signal?: AbortSignal): Promise<T> {
  return (await ask<T>('GET', path, { query, signal })).body;
}

export async function ask<T>(method: Method, path: string, how: Ask = {}): Promise<Answer<T>> {
  const answer = await send(method, url(path, how.query), how);
  connection.heard(answer.status);
  if (answer.ok) {
    const text = await answer.text();
    return {
      body: (text === '' ? undefined : JSON.parse(text)) as T,
      etag: answer.headers.get('ETag'),
      location: answer.headers.get('Location'),
    };
  }
  const refused = await refusal(answer);
  if (refused.status === 401 && path !== '/session') onSessionEnd();
  throw refused;
}

async function send(method: Method, to: string, how: Ask): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = cookie('XSRF-TOKEN');
  if (how.body !== undefined) headers['Content-Type'] = 'application/json';
  if (how.ifMatch) headers['If-Match'] = how.ifMatch;
  if (how.idempotencyKey) headers['Idempotency-Key'] = how.idempotencyKey;
  try {
    return await fetch(to, {
      method,
      headers,
      body: how.form ?? (how.body === undefined ? undefined : JSON.stringify(how.body)),
      credentials: 'same-origin',
      signal: how.signal,
    });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    connection.heard(0);
    throw new Refused(0, 'offline', '');
  }
}

/** Reads RFC 9457; an answer that is something else (a proxy's page) is told by its status alone. */
export async function refusal(answer: Response): Promise<Refused> {
  const problem = (await answer.json().catch(() => ({}))) as Record<string, unknown>;
  const text = (name: string) => (typeof problem[name] === 'string' ? (problem[name] as string) : '');
  const errors = Array.isArray(problem['errors']) ? (problem['errors'] as FieldProblem[]) : [];
  const wait = Number(answer.headers.get('Retry-After'));
  return new Refused(
    answer.status,
    text('reason'),
    text('detail'),
    errors.map(({ pointer, message, reason }) => ({
      pointer: String(pointer ?? ''),
      message: String(message ?? ''),
      reason: String(reason ?? ''),
    })),
    text('traceId') || null,
    Number.isFinite(wait) && wait > 0 ? wait : null,
    typeof problem['line'] === 'number' ? problem['line'] : null,
  );
}

/** A large upload with its progress, which fetch cannot tell. */
export function upload<T>(
  path: string,
  form: FormData,
  onprogress: (share: number) => void,
): Promise<Answer<T>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', url(path));
    request.setRequestHeader('X-XSRF-TOKEN', cookie('XSRF-TOKEN'));
    request.setRequestHeader('Accept', 'application/json, application/problem+json');
    request.upload.onprogress = (event) => onprogress(event.total > 0 ? event.loaded / event.total : 0);
    request.onerror = () => reject(new Refused(0, 'offline', ''));
    request.onload = () => {
      const headers = new Headers();
      for (const name of ['Location', 'ETag', 'Retry-After']) {
        const value = request.getResponseHeader(name);
        if (value !== null) headers.set(name, value);
      }
      const answer = new Response(request.responseText || null, { status: request.status, headers });
      if (!answer.ok) return void refusal(answer).then(reject, reject);
      const body = (request.responseText === '' ? undefined : JSON.parse(request.responseText)) as T;
      resolve({ body, etag: headers.get('ETag'), location: headers.get('Location') });
    };
    request.send(form);
  });
}

export function url(path: string, query: Ask['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  const tail = search.toString();
  return `/api${path}${tail === '' ? '' : `?${tail}`}`;
}

function cookie(name: string): string {
  const found = document.cookie.split('; ').find((entry) => entry.startsWith(`${name}=`));
  return found === undefined ? '' : decodeURIComponent(found.slice(name.length + 1));
}
