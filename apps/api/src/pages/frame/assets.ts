import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { templatesFolder } from '../../http/templates-folder.js';
import { dkfds, rulesInUse, usedInTemplates, type Reader } from './design-system.js';

export interface Asset {
  /** Named after its content, so that a browser may keep it for ever. */
  file: string;
  address: string;
  type: string;
  content: Buffer;
  /** Made when first asked for, and kept; null where it would save nothing. */
  readonly brotli: Buffer | null;
  readonly gzip: Buffer | null;
}

export const ASSETS = 'assets/pages';
const all = new Map<string, Asset>();

export const assetNamed = (file: string): Asset | undefined => all.get(file);

const pages = join(templatesFolder(), 'pages');
const read = (...path: string[]): string => readFileSync(join(pages, ...path), 'utf8');

/** What we say to each other in a script is not sent. */
const withoutComments = (source: string): string => source.replace(/^\s*(?:\/\/.*)?\n/gm, '');

/** The files of the desk, one for each of its rooms, in the order of their names. */
const ofTheDesk = (ending: string): string =>
  readdirSync(join(pages, 'desk'))
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => read('desk', name))
    .join('\n');

function styleSheet(reader: Reader): Buffer {
  const theirs = readFileSync(join(dkfds, 'css/dkfds.min.css'), 'utf8');
  const ours = read('page.css') + (reader === 'staff' ? ofTheDesk('.css') : '');
  return Buffer.from(withOurAddresses(rulesInUse(theirs, usedInTemplates(reader))) + lean(ours));
}

/** The keys of the desk are read by tinykeys: a browser's file that brings itself as `tinykeys`. */
function deskScript(): Buffer {
  const library = dirname(createRequire(import.meta.url).resolve('tinykeys'));
  const keys = readFileSync(join(library, 'tinykeys.umd.js'), 'utf8').replace(
    /^\/\/# sourceMappingURL.*$/m,
    '',
  );
  return Buffer.from(keys + withoutComments(ofTheDesk('.js')));
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

const BEST = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function keep(name: string, type: string, content: Buffer): Asset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const dot = name.lastIndexOf('.');
  const file = `${name.slice(0, dot)}-${hash}${name.slice(dot)}`;
  const compressible = /^text|svg/.test(type);
  const brotli = once(() => brotliCompressSync(content, BEST));
  const gzip = once(() => gzipSync(content, { level: 9 }));
  const asset: Asset = {
    file,
    address: `/${ASSETS}/${file}`,
    type,
    content,
    get brotli() {
      return compressible ? brotli() : null;
    },
    get gzip() {
      return compressible ? gzip() : null;
    },
  };
  all.set(file, asset);
  return asset;
}

const CSS = 'text/css; charset=utf-8';
const JAVASCRIPT = 'text/javascript; charset=utf-8';
export const icon = keep('icon.svg', 'image/svg+xml', Buffer.from(read('icon.svg')));
export const script = keep('page.js', JAVASCRIPT, Buffer.from(withoutComments(read('page.js'))));
/** The rules of the design system that we use, and ours on top, in one file: one round trip. */
export const style = keep('page.css', CSS, styleSheet('everybody'));
/** The same and what the desk needs besides, instead of `style`. */
export const deskStyle = keep('desk.css', CSS, styleSheet('staff'));
/** Beside `script`. */
export const staffScript = keep('desk.js', JAVASCRIPT, deskScript());
