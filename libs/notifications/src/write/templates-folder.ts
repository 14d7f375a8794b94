import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * `templates` beside package.json. Walking up finds it from the source and from dist alike, wherever the
 * process was started.
 */
export function templatesFolder(from: string = import.meta.dirname): string {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return join(folder, 'templates');
  }
  throw new Error(`No package.json above ${from}: cannot find the templates.`);
}
