// Every alert has a severity, a run-book, an existing panel, and a test that fires it and one that clears it; every panel
// has a description, and its run-books exist.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dashboards } from './dashboards.mjs';

const root = new URL('../../', import.meta.url);
const rules = new URL('../prometheus/rules/', import.meta.url);
const read = (file, folder) => readFileSync(new URL(file, folder), 'utf8');
const exists = (file) => existsSync(new URL(file, root));

const alerts = readdirSync(rules)
  .filter((file) => file.endsWith('.yml'))
  .flatMap((file) => read(file, rules).split(/^ {6}- (?=alert|record)/m).slice(1))
  .filter((rule) => rule.startsWith('alert: '));
const tested = readdirSync(new URL('tests/', rules)).flatMap((file) => [
  ...read(`tests/${file}`, rules).matchAll(/alertname: (\w+)\n +eval_time: .*\n +exp_alerts:( \[\])?/g),
]);

function check(what, problems) {
  const wrong = problems.filter(Boolean);
  console.log(wrong.length === 0 ? `ok ${what}` : `FAILED ${what}: ${wrong.join('; ')}`);
}

function panelIsMissing(link) {
  const [, uid, id] = link?.match(/^\/d\/([\w-]+)\?viewPanel=(\d+)$/) ?? [];
  return !dashboards.some((one) => one.uid === uid && one.panels.some((panel) => panel.id === Number(id)));
}

for (const alert of alerts) {
  const [, name] = alert.match(/^alert: (\w+)/);
  const field = (key) => alert.match(new RegExp(`^ +${key}: (.*)$`, 'm'))?.[1];
  const tests = tested.filter(([, alertname]) => alertname === name);
  check(`alert ${name}`, [
    ['critical', 'warning'].includes(field('severity')) || 'no severity',
    field('summary') ? '' : 'no summary',
    field('description') ? '' : 'no description',
    field('runbook_url') === `docs/runbooks/${name}.md` ? '' : 'another run-book',
    exists(`docs/runbooks/${name}.md`) ? '' : 'no run-book',
    panelIsMissing(field('panel')) && `no panel ${field('panel')}`,
    tests.some(([, , empty]) => !empty) ? '' : 'no test fires it',
    tests.some(([, , empty]) => empty) ? '' : 'no test clears it',
  ].map((problem) => problem !== true && problem));
}
for (const file of readdirSync(new URL('docs/runbooks/', root)))
  check(`run-book ${file}`, [alerts.some((alert) => alert.startsWith(`alert: ${file.slice(0, -3)}\n`)) ? '' : 'no such alert']);
for (const { uid, file, panels } of dashboards) {
  check(`dashboard ${uid}`, [
    `${uid}.json` !== file && 'named differently from its file',
    new Set(panels.map(({ id }) => id)).size !== panels.length && 'two panels with one id',
  ]);
  for (const { id, title, description, fieldConfig, links } of panels)
    check(`panel ${uid}/${id}`, [
      !title && 'no title',
      !description && 'no description',
      !fieldConfig?.defaults?.unit && 'no unit',
      !fieldConfig?.defaults?.thresholds && 'no thresholds',
      ...(links ?? [])
        .map(({ url }) => url.replace('${runbooks}', 'docs/runbooks'))
        .map((url) => !exists(url) && `no run-book ${url}`),
    ]);
}
