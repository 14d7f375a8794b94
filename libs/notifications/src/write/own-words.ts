import Handlebars from 'handlebars';
import { fieldsIn, fillIn, fillInSentences, type OwnWording } from '#domain';
import { clip } from './clip.js';

/** Names are short, and what is longer gives way; numbers, days, times and links never do. */
const widths: Readonly<Record<string, readonly [width: number, least: number]>> = {
  firstName: [14, 14],
  contact: [12, 12],
  companyContact: [14, 14],
  person: [14, 14],
  fixedContact: [12, 12],
  before: [14, 14],
  company: [40, 10],
  title: [60, 10],
  description: [60, 10],
  workplace: [60, 12],
  where: [60, 12],
  firstDay: [60, 10],
  callAgreement: [60, 10],
  reason: [60, 10],
  town: [20, 10],
  sender: [30, 10],
  question: [60, 10],
};

/** A municipality's SMS on one line; `squeeze` places are given up by what may be clipped. */
export function ownSms(
  { text }: OwnWording,
  fields: Readonly<Record<string, string>>,
  squeeze: number,
): string {
  const clipped = (field: string): string => {
    const value = fields[field] ?? '';
    const width = widths[field];
    return width ? clip(value, Math.max(width[1], width[0] - squeeze)) : value;
  };
  return fillInSentences(text, clipped).trim();
}

export const ownSubject = ({ subject }: OwnWording, fields: Readonly<Record<string, string>>): string =>
  fillIn(subject ?? '', (field) => fields[field] ?? '');

export const ownPlainText = ({ text }: OwnWording, fields: Readonly<Record<string, string>>): string =>
  fillIn(text, (field) => fields[field] ?? '');

/**
 * The same as HTML: an empty line begins a paragraph, a link on a line of its own becomes a button. All that a person
 * wrote, and all that the fields hold, is escaped; of a text nothing is compiled.
 */
export function ownHtml(
  { text }: OwnWording,
  fields: Readonly<Record<string, string>>,
  button: string,
): string {
  const lineOf = (line: string): string =>
    line
      .split('{link}')
      .map((part) => escaped(fillIn(part, (field) => fields[field] ?? '')))
      .join(anchor(fields));
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((part) => part.split(/\r?\n/).filter((line) => hasValues(line, fields)))
    .filter((lines) => lines.some((line) => line.trim() !== ''))
    .map((lines) => lines.map((line) => line.trim()))
    .map((lines) =>
      lines.length === 1 && lines[0] === '{link}' ? button : `<p>${lines.map(lineOf).join('<br>\n')}</p>`,
    )
    .join('\n');
}

const escaped = (text: string): string => Handlebars.escapeExpression(text);

const anchor = ({ link = '' }: Readonly<Record<string, string>>): string =>
  `<a href="${escaped(link)}" style="color: #0059b3;">${escaped(link)}</a>`;

const hasValues = (line: string, fields: Readonly<Record<string, string>>): boolean =>
  fieldsIn(line).every((field) => (fields[field] ?? '').trim() !== '');
