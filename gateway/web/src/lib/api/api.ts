import createClient from 'openapi-fetch';
import { formOf, given, hasFile } from './form-data';
import { send } from './http';
import type { paths as DashboardPaths } from './schema/dashboard';
import type { paths as GatewayPaths } from './schema/gateway';
import type { paths as MemberPaths } from './schema/member';
import type { paths as WorkPaths } from './schema/work';

/** What every service has for operators is described alike by each, and joined by the gateway. */
type Paths = MemberPaths &
  Omit<WorkPaths & DashboardPaths, keyof MemberPaths> &
  Omit<GatewayPaths, keyof MemberPaths>;

type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';

export type PathOf<M extends Method> = {
  [Path in keyof Paths]: Paths[Path] extends Record<M, unknown> ? Path : never;
}[keyof Paths];

type Operation<Path extends keyof Paths, M extends Method> = Paths[Path][M];

/** What need not be given may be null; a list may be given as it travels, with commas between. */
type Loose<Query> = {
  [Name in keyof Query]: undefined extends Query[Name]
    ? Query[Name] | null | (NonNullable<Query[Name]> extends unknown[] ? string : never)
    : Query[Name];
};

type Parameters<Of> = Of extends { parameters: infer All }
  ? { [Place in keyof All]: Place extends 'query' ? Loose<All[Place]> : All[Place] }
  : never;

type Body<Of> = Of extends { requestBody: { content: infer Content } }
  ? { body: Content[keyof Content] }
  : { body?: never };

type Content<Response> = Response extends { content: { 'application/json': infer Body } } ? Body : undefined;

/** What is sent with a request: the parameters by their places, the body. */
export type How<Path extends keyof Paths, M extends Method> = Parameters<Operation<Path, M>> &
  Body<Operation<Path, M>> & { signal?: AbortSignal };

export type Answer<Path extends keyof Paths, M extends Method> =
  Operation<Path, M> extends { responses: infer All }
    ? Content<All[keyof All & (200 | 201 | 202 | 204)]>
    : never;

/** What a list may be asked for. */
export type Query<Path extends PathOf<'get'>> = NonNullable<How<Path, 'get'>['query']>;

const client = createClient({
  // There is no place while the app is built.
  baseUrl: globalThis.location?.origin,
  headers: { Accept: 'application/json, application/problem+json' },
  fetch: send,
  querySerializer: (query) =>
    new URLSearchParams(given(query).map(([name, value]) => [name, String(value)])).toString(),
  bodySerializer: (body: unknown) => (hasFile(body) ? formOf(body) : JSON.stringify(body)),
});

/**
 * The services' API as their documents describe it: a path, a parameter or a field that they don't know is an error of
 * the compiler. Answers with the body; a refusal is thrown as {@link Refused}.
 */
export const api = {
  get: asking('get'),
  put: asking('put'),
  post: asking('post'),
  patch: asking('patch'),
  delete: asking('delete'),
};

type Ask<M extends Method> = <Path extends PathOf<M>>(
  path: Path,
  ...how: Partial<How<Path, M>> extends How<Path, M> ? [how?: How<Path, M>] : [how: How<Path, M>]
) => Promise<Answer<Path, M>>;

function asking<M extends Method>(method: M): Ask<M> {
  const ask = async (to: string, { path, query, header, ...how }: Record<string, object> = {}) =>
    (await client.request(method, to as never, { params: { path, query, header }, ...how } as never)).data;
  return ask as unknown as Ask<M>;
}
