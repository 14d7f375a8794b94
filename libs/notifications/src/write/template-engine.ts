import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Handlebars from 'handlebars';
import { clip } from './clip.js';

export type Form = 'txt' | 'html';
export type Render = (data: Readonly<Record<string, string>>, frame: RenderFrame) => string;

/** What a template sees besides its data, as `@language`, `@subject`. */
export interface RenderFrame {
  language: string;
  /** The rendered subject, for the title of an HTML mail. */
  subject?: string;
  /** Escaped HTML of a municipality's own words. */
  body?: string;
  /** Places that elastic clips must give up, and whether `{{#room}}` sentences are in. */
  squeeze?: number;
  room?: boolean;
}

type Block = (this: unknown, ...args: never[]) => string;

const present = (value: unknown, where: string): string => {
  if (typeof value !== 'string') throw new Error(`a field of {{${where}}} is missing`);
  return value;
};

/**
 * Handlebars as our templates may use it: strict, so that a missing field throws. Strictness does not reach
 * into arguments, so the built-in blocks are taken out and ours look for themselves.
 *
 * - `{{clip title 40}}` at most 40 places; `{{clip title 40 min=12}}` gives up more, down to 12, when the SMS
 *   would not fit into a segment.
 * - `{{#room}}...{{/room}}` a sentence that is left out when the SMS would not fit even so.
 * - `{{#given callAgreement}}...{{else}}...{{/given}}` when a field is not empty.
 * - `{{#is answer "yes"}}...{{/is}}` for one value of a choice.
 */
export function templateEngine(form: Form, partialsFolder: string): (source: string) => Render {
  const engine = Handlebars.create();
  for (const builtIn of ['if', 'unless', 'each', 'with', 'lookup', 'log']) engine.unregisterHelper(builtIn);
  const helpers = {
    clip: (value: unknown, width: number, { hash, data }: Handlebars.HelperOptions): string => {
      const text = present(value, 'clip');
      const frame = data as RenderFrame;
      const min = (hash as { min?: number }).min;
      if (min === undefined || !frame.squeeze) return clip(text, width);
      return clip(text, Math.max(min, width - frame.squeeze));
    },
    given(value: unknown, options: Handlebars.HelperOptions): string {
      return present(value, 'given').trim() === '' ? options.inverse(this) : options.fn(this);
    },
    is(value: unknown, wanted: string, options: Handlebars.HelperOptions): string {
      return present(value, 'is') === wanted ? options.fn(this) : options.inverse(this);
    },
    room(options: Handlebars.HelperOptions): string {
      return (options.data as RenderFrame).room === false ? options.inverse(this) : options.fn(this);
    },
  } satisfies Record<string, Block | Handlebars.HelperDelegate>;
  engine.registerHelper(helpers);
  for (const [name, source] of partials(partialsFolder, form)) engine.registerPartial(name, source);
  return (source) => {
    const compiled = engine.compile(source, { strict: true, noEscape: form === 'txt' });
    return (data, frame) => compiled(data, { data: frame });
  };
}

/** `layout` from layout.html.hbs, `da/contact` from da/contact.html.hbs. */
function partials(folder: string, form: Form): [string, string][] {
  const ending = `.${form}.hbs`;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => [
      file.slice(0, -ending.length).replaceAll('\\', '/'),
      readFileSync(join(folder, file), 'utf8'),
    ]);
}
