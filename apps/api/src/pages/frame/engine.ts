import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import handlebars from 'handlebars';
import { templatesFolder } from '../../http/templates-folder.js';

/**
 * The templates of the pages. All of them are parsed when the app starts, so that a broken one is found then and not
 * by a citizen. Strict: a value that a template wants and the view has not stops the page. Every value is escaped;
 * no helper of ours gives back HTML.
 */
const folder = templatesFolder();
const engine = handlebars.create();
for (const file of readdirSync(join(folder, 'partials'))) {
  if (/^page-.*\.hbs$/.test(file)) engine.registerPartial(basename(file, '.hbs'), parsed('partials', file));
}

export type Rendered = (context: object) => string;

/** The template `templates/pages/<name>.hbs`. */
export const compile = (name: string): Rendered => compileText(parsed('pages', `${name}.hbs`));

export function compileText(source: string): Rendered {
  const template = engine.compile<object>(source, { strict: true, knownHelpersOnly: true });
  return (context) => keptTogether(template(context).trim());
}

function parsed(...path: string[]): string {
  const source = readFileSync(join(folder, ...path), 'utf8');
  try {
    engine.parse(source);
  } catch (error) {
    throw new Error(`templates/${path.join('/')} cannot be read: ${(error as Error).message}`);
  }
  return source;
}

/** "kl. 9" and "den 23. november" do not break between the line and the next: they are read as one word. */
const keptTogether = (html: string): string =>
  html.replace(/\b(kl\.|den|at) (?=\d)/g, '$1\u00a0').replace(/(\d) (kr\.|min\.)/g, '$1\u00a0$2');
