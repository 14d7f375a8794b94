import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import handlebars from 'handlebars';
import { templatesFolder } from '../../http/templates-folder.js';
import type { AnswerView } from '../answer-view.js';
import type { FaultView } from './fault-view.js';
import type { HomeView } from '../home/home-view.js';
import { icon, style } from './assets.js';

/** The pages and what each shows. */
interface Pages {
  answer: AnswerView;
  fault: FaultView;
  home: HomeView;
}

const folder = templatesFolder();
const engine = handlebars.create();
for (const file of readdirSync(join(folder, 'partials'))) {
  if (!/^page-.*\.hbs$/.test(file)) continue;
  engine.registerPartial(basename(file, '.hbs'), whole(readFileSync(join(folder, 'partials', file), 'utf8')));
}
const frame = { style: style.address, icon: icon.address };
const compiled = { answer: compile('answer'), fault: compile('fault'), home: compile('home') };

/** HTML of a page. Every value is escaped; a value that a template wants and the view has not stops the page. */
export const render = <P extends keyof Pages>(page: P, view: Pages[P]): string =>
  keptTogether(compiled[page]({ ...view, frame }).trim());

/** "kl. 9" and "den 23. november" do not break between the line and the next: they are read as one word. */
const keptTogether = (html: string): string =>
  html.replace(/\b(kl\.|den|at) (?=\d)/g, '$1\u00a0').replace(/(\d) (kr\.|min\.)/g, '$1\u00a0$2');

function compile(page: keyof Pages) {
  const source = whole(readFileSync(join(folder, 'pages', `${page}.hbs`), 'utf8'));
  return engine.compile<object>(source, { strict: true, knownHelpersOnly: true });
}

/** Parsed at once, so that a broken template is found when the app starts and not by a citizen. */
function whole(source: string): string {
  engine.parse(source);
  return source;
}
