// Generates the types of the HTTP API from the services' OpenAPI documents: src/lib/api/schema/<context>.d.ts, which is
// neither edited nor committed, so that it cannot be stale.
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

/** An upload is a file here, not its text. */
function transform({ format, type }) {
  if (format !== 'binary') return undefined;
  return type.includes('null') ? ts.factory.createUnionTypeNode([FILE, NULL]) : FILE;
}
