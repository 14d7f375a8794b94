import type { Language, MessageTemplate } from '#domain';
import {
  catalogue,
  HandlebarsMessageWriter,
  messageLanguages,
  messageTemplates,
  ONE_SEGMENT,
  SAMPLE_LINK,
  sampleVariants,
  septets,
} from '#notifications';

/** A message as one reader would get it, made from the sample that stands beside its definition. */
export interface Sample {
  language: Language;
  /** Its place among the samples of its language: one for every sentence a reader can get. */
  place: number;
  /** What chose the sentences; empty where there is nothing to choose. */
  choices: string;
  sms: { text: string; places: number; segments: number } | null;
  email: { subject: string; text: string; html: string } | null;
}

export interface SampledMessage {
  name: MessageTemplate;
  receiver: string;
  samples: Sample[];
}

/** A segment of several holds a little less: they must be put together again. */
const PLACES_OF_SEVERAL = 153;

/** Every message that can leave the house, read from the templates when asked: an edit shows at the next look. */
export const namesLike = (words: string): MessageTemplate[] =>
  messageTemplates.filter((name) => name.includes(words.trim().toLowerCase()));

export function sampled(name: string): SampledMessage | undefined {
  const template = messageTemplates.find((known) => known === name);
  if (!template) return undefined;
  const writer = new HandlebarsMessageWriter();
  const samples = messageLanguages.flatMap((language) =>
    sampleVariants(template, language).map((data, place) =>
      sampleOf(writer, template, language, place, data),
    ),
  );
  return { name: template, receiver: catalogue[template].receiver, samples };
}

function sampleOf(
  writer: HandlebarsMessageWriter,
  template: MessageTemplate,
  language: Language,
  place: number,
  data: Record<string, string>,
): Sample {
  const { channels, choices = {} } = catalogue[template];
  const write = (channel: 'sms' | 'email') =>
    channels.includes(channel)
      ? writer.write(template, channel, language, { ...data, link: SAMPLE_LINK })
      : null;
  const [sms, email] = [write('sms'), write('email')];
  return {
    language,
    place,
    choices: Object.keys(choices)
      .map((field) => `${field}: ${data[field]}`)
      .join(', '),
    sms: sms && { text: sms.text, ...sizeOf(sms.text) },
    email: email?.channel === 'email' ? email : null,
  };
}

function sizeOf(text: string): { places: number; segments: number } {
  const places = septets(text);
  return { places, segments: places <= ONE_SEGMENT ? 1 : Math.ceil(places / PLACES_OF_SEVERAL) };
}
