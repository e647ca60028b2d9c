import createClient from 'openapi-fetch';
import { formOf, given, hasFile } from './form-data';
import { send } from './http';
import type { paths as DashboardPaths } from './schema/dashboard';
import type { paths as GatewayPaths } from './schema/gateway';
import type { paths as MemberPaths } from './schema/member';
import type { paths as WorkPaths } from './schema/work';

/** Operators' paths that every service has and the gateway merges. */
type Paths = MemberPaths &
  Omit<WorkPaths & DashboardPaths, keyof MemberPaths> &
  Omit<GatewayPaths, keyof MemberPaths>;

type Method = 'get' | 'put' | 'post' | 'patch' | 'delete';

export type PathOf<M extends Method> = {
  [Path in keyof Paths]: Paths[Path] extends Record<M, unknown> ? Path : never;
}[keyof Paths];

type Operation<Path extends keyof Paths, M extends Method> = Paths[Path][M];

/** Optional values may be null; a list may also be a text with commas. */
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

/** What a request sends: parameters of the path, the query and the headers, and the body. */
export type How<Path extends keyof Paths, M extends Method> = Parameters<Operation<Path, M>> &
  Body<Operation<Path, M>> & { signal?: AbortSignal };

export type Answer<Path extends keyof Paths, M extends Method> =
  Operation<Path, M> extends { responses: infer All }
    ? Content<All[keyof All & (200 | 201 | 202 | 204)]>
    : never;

/** The query parameters of a list. */
export type Query<Path extends PathOf<'get'>> = NonNullable<How<Path, 'get'>['query']>;

const client = createClient({
  // There is no location while the app is built.
  baseUrl: globalThis.location?.origin,
  headers: { Accept: 'application/json, application/problem+json' },
  fetch: send,
  querySerializer: (query) =>
    new URLSearchParams(given(query).map(([name, value]) => [name, String(value)])).toString(),
  bodySerializer: (body: unknown) => (hasFile(body) ? formOf(body) : JSON.stringify(body)),
});

/**
 * The services' API as their OpenAPI documents describe it: an unknown path, parameter or field does not compile.
 * Returns the body; throws a refusal as {@link Refused}.
 */
export const api = {
  get: requestWith('get'),
  put: requestWith('put'),
  post: requestWith('post'),
  patch: requestWith('patch'),
  delete: requestWith('delete'),
};

type Call<M extends Method> = <Path extends PathOf<M>>(
  path: Path,
  ...how: Partial<How<Path, M>> extends How<Path, M> ? [how?: How<Path, M>] : [how: How<Path, M>]
) => Promise<Answer<Path, M>>;

function requestWith<M extends Method>(method: M): Call<M> {
  const call = async (to: string, { path, query, header, ...how }: Record<string, object> = {}) =>
    (await client.request(method, to as never, { params: { path, query, header }, ...how } as never)).data;
  return call as unknown as Call<M>;
}
