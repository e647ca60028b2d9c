// The targets of a system of ./start, with additional ones: node targets.mjs FILE job=address ...
import { readFileSync } from 'node:fs';

const [file, ...others] = process.argv.slice(2);
const targets = JSON.parse(readFileSync(file, 'utf8'));
for (const other of others) {
  const [job, address] = other.split('=');
  targets.push({ targets: [address], labels: { job, __metrics_path__: '/metrics' } });
}
console.log(JSON.stringify(targets));
