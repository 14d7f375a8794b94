import { danishField, fieldsIn, greetings, refuseUnless, type OwnWording, type TextPlace } from '#domain';
import type { KnownText, MessageTexts, StandardText, WrittenMessage } from '#use-cases';
import { definitionOf, messageTemplates, sampleVariants, textNameOf } from '../catalogue/catalogue.js';
import { SAMPLE_LINK } from './check-templates.js';
import { ONE_SEGMENT, septets, toGsm } from './gsm-text.js';
import { HandlebarsMessageWriter } from './handlebars-message-writer.js';
import { ownSms } from './own-words.js';

interface Known extends KnownText {
  sample: Readonly<Record<KnownText['languages'][number], Record<string, string>>>;
  hasLink: boolean | 'email';
  asks: boolean;
}

/** The texts of the house, shown as a municipality would write them, and with demo people in them. */
export class HouseTexts implements MessageTexts {
  private readonly all = knownTexts();

  constructor(private readonly writer = new HandlebarsMessageWriter()) {}

  known(): readonly KnownText[] {
    return this.all.map(({ name, template, choice, receiver, languages, channels }) => ({
      name,
      template,
      choice,
      receiver,
      languages,
      channels,
    }));
  }

  standard(place: TextPlace): StandardText {
    const known = this.find(place);
    const { channel, language } = place;
    const sample = known.sample[language];
    // `path` leads to `link`, and is no word.
    const fields = Object.keys(sample).filter((field) => field !== 'path' && !isChoice(known, field));
    const allowed = known.hasLink === false ? fields : [...fields, 'link'];
    const marks = Object.fromEntries(allowed.map((field, at) => [field, markOf(at)]));
    const all = { ...sample, ...marks };
    const written = this.writer.write(known.template, channel, language, all);
    const wording = withFields(withoutContact(written, known, language), allowed);
    const told = fieldsIn(wording.text).filter((field) => allowed.includes(field));
    return {
      wording,
      demands: {
        receiver: known.receiver,
        channel,
        fields: allowed,
        needed: told.filter((field) => !greetings.has(field)),
        replyWords: known.asks && channel === 'sms' ? replyWordsIn(wording.text) : [],
      },
      examples: { ...sample, ...(known.hasLink !== false && { link: SAMPLE_LINK }) },
    };
  }

  sample(place: TextPlace, own: OwnWording | null): WrittenMessage {
    const { template } = this.find(place);
    const fits = own === null || place.channel === 'email' || this.placesLeft(place, own) >= 0;
    refuseUnless(fits, 'text.too-long', { place: 'text' });
    return this.writer.write(template, place.channel, place.language, this.dataOf(place), own);
  }

  placesLeft(place: TextPlace, own: OwnWording | null): number {
    const { template } = this.find(place);
    const data = this.dataOf(place);
    if (!own) return ONE_SEGMENT - septets(this.writer.write(template, 'sms', place.language, data).text);
    // A field that does not exist is counted as it stands: it is still there to be corrected.
    const unknown = fieldsIn(own.text).filter((field) => !(field in data));
    const all = {
      ...Object.fromEntries(unknown.map((field) => [field, `{${danishField(field)}}`])),
      ...data,
    };
    return roomLeft((squeeze) => ownSms(own, all, squeeze));
  }

  private dataOf(place: TextPlace): Record<string, string> {
    const { sample, hasLink } = this.find(place);
    return { ...sample[place.language], ...(hasLink !== false && { link: SAMPLE_LINK }) };
  }

  private find({ name, language, channel }: TextPlace): Known {
    const known = this.all.find((one) => one.name === name);
    const there = known?.languages.includes(language) && known.channels.includes(channel);
    refuseUnless(known && there, 'text.not-found');
    return known;
  }
}

function knownTexts(): Known[] {
  const all = messageTemplates.flatMap((template) => {
    const { receiver, channels, choices = {}, hasLink, question } = definitionOf(template)!;
    const [field] = Object.keys(choices);
    const inEnglish = sampleVariants(template, 'en');
    return sampleVariants(template, 'da').map((da, at): Known | null => {
      const name = textNameOf(template, da);
      if (name === null) return null;
      const sample = { da, en: inEnglish[at]! };
      const choice = field === undefined ? null : da[field]!;
      const languages = receiver === 'citizen' ? (['da', 'en'] as const) : (['da'] as const);
      return {
        name,
        template,
        choice,
        receiver,
        languages,
        channels,
        sample,
        hasLink,
        asks: question !== undefined,
      };
    });
  });
  return all.filter((one) => one !== null).sort((a, b) => a.name.localeCompare(b.name));
}

const isChoice = ({ template }: Known, field: string): boolean =>
  definitionOf(template)?.choices?.[field] !== undefined;

/** What may give way gives way before a text is called too long, as when it is sent. */
function roomLeft(write: (squeeze: number) => string): number {
  const leftAt = (squeeze: number): number => ONE_SEGMENT - septets(toGsm(write(squeeze)));
  let left = leftAt(0);
  for (let squeeze = 0; left < 0 && squeeze < ONE_SEGMENT;) {
    squeeze -= left;
    left = leftAt(squeeze);
  }
  return left;
}

/** Stands for a field while the standard is written: short, so that nothing is clipped for it. */
const markOf = (at: number): string => `Q${String.fromCharCode(97 + at)}q`;

function withFields({ subject, text }: OwnWording, fields: readonly string[]): OwnWording {
  const named = (words: string): string =>
    fields.reduce((all, field, at) => all.replaceAll(markOf(at), `{${danishField(field)}}`), words);
  return { subject: subject && named(subject), text: named(text) };
}

/** An e-mail ends with the person to call, which nobody can leave out: it is not part of what one writes. */
function withoutContact(
  written: WrittenMessage,
  { receiver }: Known,
  language: TextPlace['language'],
): OwnWording {
  if (written.channel === 'sms') return { subject: null, text: written.text };
  const end =
    receiver === 'staff' ? -1 : written.text.lastIndexOf(language === 'da' ? '\n\nKh ' : '\n\nBest wishes, ');
  const text = (end < 0 ? written.text : written.text.slice(0, end)).trim();
  return { subject: written.subject, text };
}

/** "JA", "PÅ VEJ": what stands in capitals is what one answers with. */
const replyWordsIn = (text: string): string[] => [
  ...new Set(text.replace(/\{[^}]*\}/g, '').match(/(?<!\p{L})\p{Lu}{2,}(?: \p{Lu}{2,})*(?!\p{L})/gu) ?? []),
];
