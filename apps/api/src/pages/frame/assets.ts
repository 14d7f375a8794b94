import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { templatesFolder } from '../../http/templates-folder.js';
import { dkfds, rulesInUse, usedInTemplates } from './design-system.js';

export interface Asset {
  /** Named after its content, so that a browser may keep it for ever. */
  file: string;
  address: string;
  type: string;
  content: Buffer;
  /** Made once, when the app starts; null where it would save nothing. */
  brotli: Buffer | null;
  gzip: Buffer | null;
}

export const ASSETS = 'assets/pages';
const all = new Map<string, Asset>();

export const assetNamed = (file: string): Asset | undefined => all.get(file);

function fromTemplates(name: string, type: string): Asset {
  const source = readFileSync(join(templatesFolder(), 'pages', name), 'utf8');
  // What we say to each other in a script is not sent.
  const content = name.endsWith('.js') ? source.replace(/^\s*(?:\/\/.*)?\n/gm, '') : source;
  return keep(name, type, Buffer.from(content));
}

function styleSheet(): Buffer {
  const theirs = readFileSync(join(dkfds, 'css/dkfds.min.css'), 'utf8');
  const ours = readFileSync(join(templatesFolder(), 'pages/page.css'), 'utf8');
  return Buffer.from(withOurAddresses(rulesInUse(theirs, usedInTemplates())) + lean(ours));
}

/** Fonts and icons that the rules ask for become files of ours; the paths are those of the package. */
const withOurAddresses = (css: string): string =>
  css.replace(/url\("?\.\.\/(img|fonts)\/([\w./-]+)"?\)/g, (_, kind: string, path: string) => {
    const type = path.endsWith('.svg')
      ? 'image/svg+xml'
      : path.endsWith('.woff2')
        ? 'font/woff2'
        : 'image/png';
    const name = path.slice(path.lastIndexOf('/') + 1);
    return `url(${keep(name, type, readFileSync(join(dkfds, kind, path))).address})`;
  });

/** Comments and the spaces of the lines are for us. */
const lean = (css: string): string =>
  withOurAddresses(css)
    .replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/(?<=[{};,])\n|\n(?=[}])/g, '');

function keep(name: string, type: string, content: Buffer): Asset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const dot = name.lastIndexOf('.');
  const file = `${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
  const compressible = /^text|svg/.test(type);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  const asset: Asset = {
    file,
    address: `/${ASSETS}/${file}`,
    type,
    content,
    brotli: compressible ? brotliCompressSync(content, quality) : null,
    gzip: compressible ? gzipSync(content, { level: 9 }) : null,
  };
  all.set(file, asset);
  return asset;
}

export const icon = fromTemplates('icon.svg', 'image/svg+xml');
export const script = fromTemplates('page.js', 'text/javascript; charset=utf-8');
/** The rules of the design system that we use, and ours on top, in one file: one round trip. */
export const style = keep('page.css', 'text/css; charset=utf-8', styleSheet());
