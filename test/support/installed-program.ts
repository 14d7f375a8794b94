import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * Where a program lies that npm cannot bring. A test that needs it fails without it: a test that is
 * left out looks like one that passed.
 */
export function installedProgram(names: string[], debianPackage: string): string {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  const found = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
  if (found) return found;
  throw new Error(
    `${names.join(' or ')} is not installed on this machine. ` +
      `On Debian and Ubuntu: apt-get install ${debianPackage}. "npm test" does that by itself when it runs as root.`,
  );
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
