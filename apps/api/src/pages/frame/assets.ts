import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { templatesFolder } from '../../http/templates-folder.js';

export interface Asset {
  /** Named after its content, so that a browser may keep it for ever. */
  file: string;
  address: string;
  type: string;
  content: string;
}

export const ASSETS = 'assets/pages';

export const style = read('page.css', 'text/css; charset=utf-8');
export const icon = read('icon.svg', 'image/svg+xml');

function read(name: string, type: string): Asset {
  const content = readFileSync(join(templatesFolder(), 'pages', name), 'utf8');
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const [stem, ending] = name.split('.');
  const file = `${stem}-${hash}.${ending}`;
  return { file, address: `/${ASSETS}/${file}`, type, content };
}
