import { i18n } from '#lib/i18n/index.svelte.ts';
import { loadRefusals, sayField, type Values } from '#lib/i18n/refusals/say.ts';
import { connection } from './connection.svelte';

export interface FieldProblem {
  pointer: string;
  message: string;
  /** A stable code; an older server may have none. */
  reason: string;
  /** The values of the message, by name. */
  values: Values;
}

/** The server refused, or failed. The detail is an English sentence for the member. */
export class Refused extends Error {
  readonly errors: FieldProblem[];

  constructor(
    readonly status: number,
    readonly reason: string,
    readonly detail: string,
    errors: (Omit<FieldProblem, 'reason' | 'values'> & Partial<FieldProblem>)[] = [],
    readonly traceId: string | null = null,
    readonly retryAfter: number | null = null,
    /** The line in an uploaded file. */
    readonly line: number | null = null,
    /** The values of the detail, by name. */
    readonly values: Values = {},
  ) {
    super(detail);
    this.errors = errors.map((error) => ({ reason: '', values: {}, ...error }));
    this.name = 'Refused';
  }

  /** The sentence for an invalid field, in words of this app; the server's only for an unknown reason. */
  at(field: string): string | undefined {
    const error = this.errors.find(({ pointer }) => pointer.replace(/^#?\//, '') === field);
    if (error === undefined) return undefined;
    const known = sayField(i18n.lang, error.reason, error.values);
    return known ?? (i18n.lang === 'en' && error.message !== '' ? error.message : i18n.t.problem.field);
  }

  get away(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }
}

let onSessionEnd = () => {};

export function whenSessionEnds(then: () => void): void {
  onSessionEnd = then;
}

/** Sends a request with its XSRF token; throws whatever is not a success. */
export async function send(request: Request): Promise<Response> {
  if (request.method !== 'GET') request.headers.set('X-XSRF-TOKEN', xsrfToken());
  const answer = await reached(request);
  connection.report(answer.status);
  if (answer.status === 202) await mustBeShown(await answer.clone().text());
  if (answer.ok) return answer;
  const refused = await refusal(answer);
  if (refused.status === 401 && !request.url.endsWith('/api/session')) onSessionEnd();
  throw refused;
}

async function reached(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === 'AbortError') throw failure;
    connection.report(0);
    throw new Refused(0, 'offline', '');
  }
}

/** The change is stored but cannot be shown (202 set-aside): there is a sentence to show and no body. */
async function mustBeShown(text: string): Promise<void> {
  const body = text === '' ? {} : (JSON.parse(text) as { reason?: string; detail?: string });
  if (body.reason !== 'set-aside') return;
  await loadRefusals();
  throw new Refused(202, body.reason, body.detail ?? '');
}

/** Reads a problem document (RFC 9457); of any other answer (a proxy's page) only the status counts. */
export async function refusal(answer: Response): Promise<Refused> {
  const [problem] = (await Promise.all([answer.json().catch(() => ({})), loadRefusals()])) as [
    Record<string, unknown>,
    void,
  ];
  const text = (name: string) => (typeof problem[name] === 'string' ? (problem[name] as string) : '');
  const errors = Array.isArray(problem['errors']) ? (problem['errors'] as Partial<FieldProblem>[]) : [];
  const wait = Number(answer.headers.get('Retry-After'));
  return new Refused(
    answer.status,
    text('reason'),
    text('detail'),
    errors.map(({ pointer, message, reason, values }) => ({
      pointer: String(pointer ?? ''),
      message: String(message ?? ''),
      reason: String(reason ?? ''),
      values: values ?? {},
    })),
    text('traceId') || null,
    Number.isFinite(wait) && wait > 0 ? wait : null,
    typeof problem['line'] === 'number' ? problem['line'] : null,
    (problem['values'] ?? {}) as Values,
  );
}

/** The XSRF token: its cookie has one name over https and another over http. */
export function xsrfToken(): string {
  return cookie('__Host-XSRF-TOKEN') || cookie('XSRF-TOKEN');
}

function cookie(name: string): string {
  const found = document.cookie.split('; ').find((entry) => entry.startsWith(`${name}=`));
  return found === undefined ? '' : decodeURIComponent(found.slice(name.length + 1));
}
