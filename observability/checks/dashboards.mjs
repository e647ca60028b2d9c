// The dashboards and the expressions of their panels.
import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../grafana/dashboards/', import.meta.url);

export const dashboards = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ file, ...JSON.parse(readFileSync(new URL(file, folder), 'utf8')) }));

/** Fills in variables like Grafana with All chosen and a scrape interval of 15 s. */
const VARIABLES = { context: '.*', instance: '.*', __rate_interval: '1m' };

function filled(expression) {
  return expression.replace(/\$(\w+)/g, (text, name) => VARIABLES[name] ?? text);
}

/** One entry per query, identified by dashboard/panel/letter. */
export const queries = dashboards.flatMap(({ uid, panels }) =>
  panels.flatMap((panel) =>
    (panel.targets ?? []).map(({ refId, expr }) => ({
      place: `${uid}/${panel.id}/${refId}`,
      title: panel.title,
      expression: filled(expr),
    })),
  ),
);
