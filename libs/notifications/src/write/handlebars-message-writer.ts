import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language, MessageTemplate, OwnWording } from '#domain';
import type { MessageWriter, WrittenMessage } from '#use-cases';
import { definitionOf, textNameOf } from '../catalogue/catalogue.js';
import type { WrittenChannel } from '../catalogue/message-definition.js';
import { CannotWrite, type WhyNot } from './cannot-write.js';
import { ownHtml, ownPlainText, ownSms, ownSubject } from './own-words.js';
import { fitIntoOneSegment } from './sms-text.js';
import { templateEngine, type Form, type Render } from './template-engine.js';
import { templatesFolder } from './templates-folder.js';

const buttons: Readonly<Record<Language, string>> = { da: 'Se mere her', en: 'See more here' };

type File = 'sms.txt' | 'subject.txt' | 'email.txt' | 'email.html';

/** Turns message data into words with the templates of the house. Templates are read and compiled once. */
export class HandlebarsMessageWriter implements MessageWriter {
  private readonly compile: Record<Form, (source: string) => Render>;
  private readonly compiled = new Map<string, Render>();

  constructor(private readonly folder: string = templatesFolder()) {
    const partials = join(folder, 'partials', 'message');
    this.compile = { txt: templateEngine('txt', partials), html: templateEngine('html', partials) };
  }

  /**
   * `data` is what the catalogue lists, and `link` where there is one. An SMS is one segment of GSM-7.
   * @throws CannotWrite when a field is missing or a choice unknown, or the SMS does not fit
   */
  write(
    template: MessageTemplate,
    channel: WrittenChannel,
    language: Language,
    data: Record<string, string>,
    own: OwnWording | null = null,
  ): WrittenMessage {
    const refuse = (why: WhyNot, detail: string): never => {
      throw new CannotWrite(why, template, language, channel, detail);
    };
    const fields = this.checked(template, data, refuse);
    const theirs = own && this.inTheirWords(template, channel, language, fields, own);
    if (theirs) return theirs;
    const render = (
      file: File,
      frame: { subject?: string; squeeze?: number; room?: boolean } = {},
    ): string => {
      try {
        return this.template(template, language, file)(fields, { language, ...frame });
      } catch (error) {
        return refuse('broken-template', `${file}: ${(error as Error).message}`);
      }
    };
    if (channel === 'sms') {
      const text = fitIntoOneSegment((frame) => render('sms.txt', frame));
      return { channel, text: text ?? refuse('too-long', 'more than one segment') };
    }
    const subject = oneLine(render('subject.txt'));
    return {
      channel,
      subject,
      text: paragraphs(render('email.txt')),
      html: render('email.html', { subject }).trim(),
    };
  }

  textName(template: MessageTemplate, data: Readonly<Record<string, string>>): string | null {
    return textNameOf(template, data);
  }

  /** Null for an SMS that does not fit however much its fields give way: better the standard than nothing. */
  private inTheirWords(
    template: MessageTemplate,
    channel: WrittenChannel,
    language: Language,
    fields: Record<string, string>,
    own: OwnWording,
  ): WrittenMessage | null {
    if (channel === 'sms') {
      const text = fitIntoOneSegment(({ squeeze }) => ownSms(own, fields, squeeze));
      return text === null ? null : { channel, text };
    }
    const subject = oneLine(ownSubject(own, fields));
    const hasContact = definitionOf(template)?.receiver !== 'staff';
    const contact = hasContact ? `{{> ${language}/contact}}` : '';
    const button = this.own('html', `{{> button label="${buttons[language]}"}}`)(fields, { language });
    const body = ownHtml(own, fields, button.trim());
    const page = `{{#> layout}}\n<h1>{{@subject}}</h1>\n{{{@body}}}\n${contact}\n{{/layout}}`;
    const end = this.own('txt', contact)(fields, { language });
    return {
      channel,
      subject,
      text: paragraphs(`${ownPlainText(own, fields)}\n\n${end}`),
      html: this.own('html', page)(fields, { language, subject, body }).trim(),
    };
  }

  /** The frame around a municipality's own words. It is ours; theirs come in as data and are never compiled. */
  private own(form: Form, source: string): Render {
    const known = this.compiled.get(`${form} ${source}`);
    if (known) return known;
    const render = this.compile[form](source);
    this.compiled.set(`${form} ${source}`, render);
    return render;
  }

  /** Only what the catalogue lists reaches a template, whatever else an older row may hold. */
  private checked(
    template: string,
    data: Readonly<Record<string, string>>,
    refuse: (why: WhyNot, detail: string) => never,
  ): Record<string, string> {
    const definition = definitionOf(template) ?? refuse('unknown-template', 'not in the catalogue');
    const fields: Record<string, string> = { link: data.link ?? '' };
    for (const field of Object.keys(definition.sample.da)) {
      const value = data[field];
      if (typeof value !== 'string') refuse('missing-field', field);
      else if (definition.choices?.[field]?.includes(value) === false) refuse('unknown-choice', field);
      else fields[field] = value;
    }
    return fields;
  }

  private template(template: string, language: Language, file: File): Render {
    const path = join(this.folder, 'messages', template, language, `${file}.hbs`);
    const known = this.compiled.get(path);
    if (known) return known;
    const render = this.compile[file === 'email.html' ? 'html' : 'txt'](readFileSync(path, 'utf8'));
    this.compiled.set(path, render);
    return render;
  }
}

/** A line break in a subject would start a header of its own. */
// eslint-disable-next-line no-control-regex
const oneLine = (text: string): string => text.replace(/[\s\u0000-\u001f\u007f]+/gu, ' ').trim();

const paragraphs = (text: string): string =>
  `${text
    .replace(/[ \t]+$/gmu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
