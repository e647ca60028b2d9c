// Lints the services' OpenAPI documents by the rules in redocly.yaml.
import { fileURLToPath } from 'node:url';
import { formatProblems, getTotals, lint, loadConfig } from '@redocly/openapi-core';

const config = await loadConfig({ configPath: fileURLToPath(new URL('../redocly.yaml', import.meta.url)) });
let errors = 0;
for (const context of ['member', 'work', 'dashboard', 'gateway']) {
  const ref = fileURLToPath(new URL(`../../../docs/openapi/${context}.json`, import.meta.url));
  const problems = await lint({ ref, config });
  const totals = getTotals(problems);
  if (problems.length > 0) formatProblems(problems, { totals, version: '', format: 'codeframe' });
  errors += totals.errors + totals.warnings;
}
if (errors > 0) process.exit(1);
