import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { templatesFolder } from '../../http/templates-folder.js';

/** The folder of Det Fælles Designsystem as it came from npm. */
export const dkfds = dirname(dirname(createRequire(import.meta.url).resolve('dkfds')));

/**
 * The rules of Det Fælles Designsystem that our templates can meet, a sixth of the whole: a citizen on an old phone
 * does not wait for date pickers that no page has. Read from the package when the app starts, so a new version of it
 * is a new version of the pages. A rule stays when every class and element in its selector stands in a template.
 */
export function rulesInUse(css: string, used: Used): string {
  return rulesOf(css)
    .map(({ prelude, body }) => keptRule(prelude, body, used))
    .join('');
}

export interface Used {
  has(kind: 'class' | 'element', name: string): boolean;
}

interface Rule {
  prelude: string;
  body: string;
}

function keptRule(prelude: string, body: string, used: Used): string {
  // Fonts are named by our own sheet, with the parts of the alphabet that are needed.
  if (prelude === '' || /^@(?:charset|font-face)/.test(prelude)) return '';
  if (/^@(?:media|supports)/.test(prelude)) {
    const inside = rulesInUse(body, used);
    return inside === '' ? '' : `${prelude}{${inside}}`;
  }
  if (prelude.startsWith('@')) return `${prelude}{${body}}`;
  const selectors = split(prelude, ',').filter((selector) => canMatch(selector, used));
  return selectors.length === 0 ? '' : `${selectors.join(',')}{${body}}`;
}

/** What stands in `:not(...)` need not be there, and a pseudo-class is no name of ours. */
function canMatch(selector: string, used: Used): boolean {
  const plain = selector
    .replace(/:not\([^)]*\)/g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/::?[\w-]+(?:\([^)]*\))?/g, '');
  const classes = [...plain.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map(([, name]) => name!);
  const elements = [...plain.matchAll(/(?<![\w.#-])([a-z][a-z0-9]*)/g)].map(([, name]) => name!);
  return (
    classes.every((name) => used.has('class', name)) && elements.every((name) => used.has('element', name))
  );
}

/** Top-level rules; the text inside a media query can be read in the same way. */
function rulesOf(css: string): Rule[] {
  const rules: Rule[] = [];
  let depth = 0;
  let start = 0;
  let open = 0;
  for (let place = 0; place < css.length; place++) {
    const character = css[place];
    if (character === ';' && depth === 0) start = place + 1;
    else if (character === '{' && depth++ === 0) open = place;
    else if (character === '}' && --depth === 0) {
      rules.push({ prelude: css.slice(start, open).trim(), body: css.slice(open + 1, place) });
      start = place + 1;
    }
  }
  return rules;
}

function split(text: string, mark: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '(') depth++;
    else if (character === ')') depth--;
    if (character === mark && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts;
}

/** Whose pages: those of the desk carry more, and a citizen's phone does not load it. */
export type Reader = 'everybody' | 'staff';

const ofTheDesk = /[\\/](?:staff[\\/]|page-desk-)/;

/** Every class and element that a template can put on a page; `alert-{{kind}}` stands for all that begin so. */
export function usedInTemplates(reader: Reader): Used {
  const sources = templateFiles(join(templatesFolder(), 'pages'), /\.hbs$/)
    .concat(templateFiles(join(templatesFolder(), 'partials'), /^page-.*\.hbs$/))
    .filter((file) => reader === 'staff' || !ofTheDesk.test(file))
    .map((file) => readFileSync(file, 'utf8'));
  const words = new Set<string>();
  const beginnings: string[] = [];
  const elements = new Set(['html', 'body']);
  for (const source of sources) {
    for (const [, element] of source.matchAll(/<([a-z][a-z0-9]*)/g)) elements.add(element!);
    for (const [, value] of source.matchAll(/\bclass="((?:\{\{[^}]*\}\}|[^"])*)"/g)) {
      for (const [beginning] of value!.matchAll(/[\w-]+-(?=\{\{)/g)) beginnings.push(beginning);
      for (const word of value!.split(/\{\{[^}]*\}\}|\s+/)) words.add(word);
    }
  }
  return {
    has: (kind, name) =>
      kind === 'element'
        ? elements.has(name)
        : words.has(name) || beginnings.some((beginning) => name.startsWith(beginning)),
  };
}

function templateFiles(folder: string, named: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return templateFiles(join(folder, entry.name), named);
    return named.test(entry.name) ? [join(folder, entry.name)] : [];
  });
}
