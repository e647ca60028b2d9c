// Measures what a first visit to each page loads: gzipped JavaScript that is imported statically, and the larger
// dictionary of each kind that its route needs.
// Fails when a page is over the limit of its kind, in bytes or in files.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const limitOf = (route) => (route.startsWith('/(out)') ? 110_000 : 120_000);
const filesLimitOf = (route) => (route.startsWith('/(out)') ? 28 : 58);
const folder = 'build/_app/immutable';
const sizes = new Map(files(folder).map((file) => [file, gzipSync(readFileSync(file), { level: 9 }).length]));
const html = readFileSync('build/index.html', 'utf8');
const shared = [...html.matchAll(/_app\/immutable\/[^"']+\.js/g)].map(([path]) => join('build', path));
const dictionary = largest('{app:{name:');
const ofPeople = largest('{profile:{title:');
const routes = readFileSync(file(`${folder}/entry`, /\/app\./), 'utf8').matchAll(
  /"(\/[^"]*)":\[(\d+)(?:,\[([\d,]*)\])?/g,
);

let over = false;
for (const [, route, page, layouts = ''] of routes) {
  const seen = new Set();
  const nodes = ['0', ...layouts.split(',').filter((n) => n !== ''), page];
  for (const start of [...shared, ...nodes.map((n) => file(`${folder}/nodes`, new RegExp(`/${n}\\.`)))])
    follow(start, seen);
  const words = dictionary + (route.includes('/(people)/') ? ofPeople : 0);
  const total = words + [...seen].reduce((sum, path) => sum + sizes.get(path), 0);
  const tooMuch = total > limitOf(route) || seen.size > filesLimitOf(route);
  over ||= tooMuch;
  console.log(
    `${String(total).padStart(8)} of ${limitOf(route)} ${route} (${seen.size} of ${filesLimitOf(route)} files)${tooMuch ? ': too much' : ''}`,
  );
  if (process.argv[2] === route)
    for (const path of [...seen].sort((a, b) => sizes.get(b) - sizes.get(a)))
      console.log('  ', sizes.get(path), path);
}
// The start module sets values that the app reads while it is loaded: bundled with the app it would run too late.
const start = new Set();
follow(file(`${folder}/entry`, /\/start\./), start);
const beforeApp = [...start].reduce((sum, path) => sum + sizes.get(path), 0);
if (beforeApp > 2_000) {
  console.log(`The start loads ${beforeApp} bytes before it can set anything.`);
  over = true;
}
const css = files(folder).filter((path) => path.endsWith('.css'));
console.log(`CSS: ${css.reduce((sum, path) => sum + sizes.get(path), 0)} bytes gzipped.`);
if (over) process.exit(1);

// Static imports only: import() loads on demand.
function follow(path, seen) {
  if (seen.has(path) || !sizes.has(path)) return;
  seen.add(path);
  for (const [, next] of readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*["']([^"']+\.js)["']/g))
    follow(join(path, '..', next), seen);
}

/** The files that contain a text: one per language. */
function largest(text) {
  const found = [...sizes].filter(
    ([path]) => path.endsWith('.js') && readFileSync(path, 'utf8').includes(text),
  );
  if (found.length < 2) throw new Error(`There is no dictionary of each language that begins with ${text}`);
  return Math.max(...found.map(([, size]) => size));
}

function file(from, pattern) {
  return files(from).find((path) => pattern.test(path)) ?? '';
}

function files(from) {
  return readdirSync(from)
    .map((name) => join(from, name))
    .flatMap((path) => (statSync(path).isDirectory() ? files(path) : [path]));
}
