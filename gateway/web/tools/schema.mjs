// Types of the HTTP API, made from the services' OpenAPI documents: src/lib/api/schema/<context>.d.ts, which is never
// edited nor kept in the repository, so that it cannot be stale.
import { mkdirSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';

const FILE = ts.factory.createTypeReferenceNode('Blob');
const NULL = ts.factory.createLiteralTypeNode(ts.factory.createNull());

const folder = new URL('../src/lib/api/schema/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const context of ['member', 'work', 'dashboard', 'gateway']) {
  const document = new URL(`../../../docs/openapi/${context}.json`, import.meta.url);
  writeFileSync(new URL(`${context}.d.ts`, folder), astToString(await openapiTS(document, { transform })));
}

/** What is uploaded is a file here, not its text. */
function transform({ format, type }) {
  if (format !== 'binary') return undefined;
  return type.includes('null') ? ts.factory.createUnionTypeNode([FILE, NULL]) : FILE;
}
