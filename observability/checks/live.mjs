// Evaluates the expressions of all panels and rules in a live Prometheus, and distinguishes a wrong expression, no data
// and data. empty.json lists, with reasons, what may be empty; an entry that has data is an error, too.
import { readFileSync } from 'node:fs';
import { queries } from './dashboards.mjs';
import { selectors } from './promql.mjs';

const prometheus = process.argv[2];
const mayBeEmpty = new Map(JSON.parse(readFileSync(new URL('empty.json', import.meta.url), 'utf8')).map((entry) => [entry.what, entry]));
const met = new Set();
const MOST_SERIES = 2500;

const ok = (what) => console.log(`ok ${what}`);
const failed = (what, why) => console.log(`FAILED ${what}: ${why}`);

async function api(path, parameters = {}) {
  const answer = await fetch(`${prometheus}/api/v1/${path}?${new URLSearchParams(parameters)}`);
  return answer.json();
}

/** 'data', 'no data', or the error of the expression. NaN (0/0) counts as no data. */
async function outcome(expression) {
  const answer = await api('query', { query: expression });
  if (answer.status !== 'success') return answer.error;
  const { resultType, result } = answer.data;
  const values = resultType === 'scalar' ? [result] : result.map(({ value }) => value);
  return values.some(([, value]) => value !== 'NaN') ? 'data' : 'no data';
}

/** Checks an expression, which empty.json may list by its place or its text. Returns whether it is valid. */
async function mustHaveData(what, title, expression) {
  const came = await outcome(expression);
  const entry = mayBeEmpty.get(what);
  met.add(what);
  if (came !== 'data' && came !== 'no data') failed(title, `wrong expression: ${came}`);
  else if (entry && came === 'data') failed(title, `has data, although empty.json says: ${entry.reason}`);
  else if (!entry && came === 'no data') failed(title, `no data: ${expression}`);
  else ok(title);
  return came === 'data' || came === 'no data';
}

async function targets() {
  for (const { health, scrapeUrl, labels, lastError } of (await api('targets', { state: 'active' })).data.activeTargets)
    health === 'up' ? ok(`target ${scrapeUrl}`) : failed(`target ${labels.job} ${scrapeUrl}`, `${health} ${lastError}`);
  const contexts = (await api('label/context/values', { 'match[]': 'up{job="ilgam"}' })).data.join(' ');
  if (contexts === 'dashboard gateway member work') ok('contexts');
  else failed('contexts', `only these are watched: ${contexts}`);
}

async function series() {
  const { result } = (await api('query', { query: 'scrape_samples_post_metric_relabeling{job="ilgam"}' })).data;
  for (const { metric, value } of result) {
    const what = `at most ${MOST_SERIES} series: ${metric.context}`;
    Number(value[1]) <= MOST_SERIES ? ok(what) : failed(what, `${value[1]} at ${metric.instance}`);
  }
}

async function rules() {
  const { groups } = (await api('rules')).data;
  const all = groups.flatMap((group) => group.rules);
  if (all.length === 0) failed('rules', 'none is loaded');
  for (const { name, health, lastError } of all)
    health === 'ok' ? ok(`rule ${name}`) : failed(`rule ${name}`, `${health} ${lastError ?? ''}`);
  return all.map(({ query }) => query);
}

await targets();
await series();
const expressions = await rules();
for (const { place, title, expression } of queries)
  if (await mustHaveData(place, `panel ${place} (${title})`, expression)) expressions.push(expression);
for (const selector of new Set(expressions.flatMap(selectors))) await mustHaveData(selector, `selector ${selector}`, selector);
for (const what of mayBeEmpty.keys()) if (!met.has(what)) failed(`empty.json: ${what}`, 'no panel or rule asks for it');
