// The dashboards and what their panels ask for.
import { readFileSync, readdirSync } from 'node:fs';

const folder = new URL('../grafana/dashboards/', import.meta.url);

export const dashboards = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => ({ file, ...JSON.parse(readFileSync(new URL(file, folder), 'utf8')) }));

/** As Grafana asks when All is chosen, over a scrape interval of 15 s. */
const VARIABLES = { context: '.*', instance: '.*', __rate_interval: '1m' };

function filled(expression) {
  return expression.replace(/\$(\w+)/g, (text, name) => VARIABLES[name] ?? text);
}

/** One for each query: its place is dashboard/panel/letter. */
export const queries = dashboards.flatMap(({ uid, panels }) =>
  panels.flatMap((panel) =>
    (panel.targets ?? []).map(({ refId, expr }) => ({
      place: `${uid}/${panel.id}/${refId}`,
      title: panel.title,
      expression: filled(expr),
    })),
  ),
);
