import { NOT_KEPT } from '../../http/not-kept.js';
import type { PageLanguage } from '../../http/page-language.js';
import { compile, type Rendered } from './engine.js';

/** What every page tells the frame beside its own view. */
export interface About {
  /** Of the tab, and nothing of a person: histories are read by others. */
  title: string;
  /** Only for pages that begin in a language of their own; otherwise the visitor's. */
  language?: PageLanguage;
  /** Whether the page is there in every language that citizens can be offered, and not only in Danish and English. */
  forCitizens?: boolean;
  /** Whose page it is, when nobody is signed in. */
  municipality?: string;
  /** The one person to call; without it the visitor's fixed contact. Null: the page shows the person itself. */
  contact?: { name: string; phone: string } | null;
  /** One step back, above the heading. */
  back?: { href: string; label: string };
  /** What happened, by the code that `seeOther(path, code)` put into the address. */
  messages?: Readonly<Record<string, string>>;
  /** Has something to read aloud: shows *Hør det læst op*. */
  readAloud?: boolean;
  /** Uses the whole width of a desk, as a week does. Without it lines stay short enough to read. */
  wide?: boolean;
  status?: number;
}

/** A page that has been decided on and is not yet HTML: the frame is added when it is sent. */
export class ShownPage {
  readonly [NOT_KEPT] = true;

  constructor(
    readonly name: string,
    readonly rendered: Rendered,
    readonly view: About,
  ) {}
}

/**
 * A page: `templates/pages/<name>.hbs` and the type of what it shows. Declared beside the view,
 *
 *     export const weekPage = page<WeekView>('employer/week');
 *
 * so the template is read when the app starts; a controller gives back `weekPage(view)`.
 */
export function page<View extends object>(name: string): (view: View & About) => ShownPage {
  const rendered = compile(name);
  return (view) => new ShownPage(name, rendered, view);
}

/** A part of a page that a script asks for, as the hint beside a form: no frame around it. */
export class ShownFragment {
  readonly [NOT_KEPT] = true;

  constructor(
    readonly rendered: Rendered,
    readonly view: object,
  ) {}
}

/** Like `page`, for `data-live` (templates/pages/page.js). The page itself can show the same template as a partial. */
export function fragment<View extends object>(name: string): (view: View) => ShownFragment {
  const rendered = compile(name);
  return (view) => new ShownFragment(rendered, view);
}

/** The answer to a form that did what it should: the browser asks for another page, so going back is safe. */
export interface SeeOther {
  seeOther: string;
}

/** `said` is a code of the page's `messages`, or one of those that every page knows (words/frame-da.ts). */
export function seeOther(path: string, said?: string): SeeOther {
  if (said === undefined) return { seeOther: path };
  const [before = '', fragment] = path.split('#', 2);
  const query = `${before.includes('?') ? '&' : '?'}${SAID}=${encodeURIComponent(said)}`;
  return { seeOther: before + query + (fragment === undefined ? '' : `#${fragment}`) };
}

export const SAID = 'besked';

export const isSeeOther = (answer: unknown): answer is SeeOther =>
  typeof answer === 'object' && answer !== null && typeof (answer as SeeOther).seeOther === 'string';
