import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A digest of the app's sources: the same sources have the same version, and so build the same files. */
export function versionOfSources(): string {
  const digest = createHash('sha256').update(readFileSync('package-lock.json'));
  for (const folder of ['src', 'static']) {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    for (const file of files) digest.update(file).update(readFileSync(file));
  }
  return digest.digest('hex').slice(0, 16);
}
