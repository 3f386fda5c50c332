// Writes src/lib/api/generated/<service>.d.ts from contracts/openapi/<service>.yaml.
import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import openapiTS, { astToString } from 'openapi-typescript';

const contracts = fileURLToPath(new URL('../../../../../contracts/openapi/', import.meta.url));
const generated = fileURLToPath(new URL('../src/lib/api/generated/', import.meta.url));

async function modifiedAt(path) {
  return (await stat(path).catch(() => undefined))?.mtimeMs ?? 0;
}

/** The services describe ids by their Java type; on the wire each is a string. */
function idAsString(schema, { path }) {
  const isId = /\/schemas\/\w*Id$/.test(path ?? '') && schema.properties?.value;
  return isId ? ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword) : undefined;
}

async function generate(file) {
  const source = join(contracts, file);
  const target = join(generated, file.replace(/\.yaml$/, '.d.ts'));
  if ((await modifiedAt(target)) > (await modifiedAt(source))) return;
  const types = astToString(await openapiTS(pathToFileURL(source), { transform: idAsString }));
  await writeFile(target, `// Generated from ${file}; run "npm run generate".\n${types}`);
  console.log(`generated ${file.replace(/\.yaml$/, '.d.ts')}`);
}

const files = (await readdir(contracts)).filter((name) => name.endsWith('.yaml'));
await mkdir(generated, { recursive: true });
const wanted = new Set(files.map((name) => name.replace(/\.yaml$/, '.d.ts')));
for (const name of await readdir(generated)) {
  if (!wanted.has(name)) await rm(join(generated, name));
}
await Promise.all(files.map(generate));
