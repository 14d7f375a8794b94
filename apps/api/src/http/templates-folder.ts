import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** `templates/` beside package.json, whether the code runs compiled in `dist` or as it was written. */
export function templatesFolder(): string {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return join(folder, 'templates');
  }
  throw new Error('No package.json above the code, so the templates cannot be found');
}
