import type { OwnText, OwnWording } from '#domain';
import type { TextFile, TextLine } from '#use-cases';
import { instant, int, list, listOf, localDate, nested, oneOf, slug, text } from '../../http/fields/index.js';
import { isoOrNull } from '../shifts/instants-out.js';

const languages = ['da', 'en'] as const;
const channels = ['sms', 'email'] as const;

class TextPlaceResponse {
  @oneOf(languages) language!: 'da' | 'en';
  @oneOf(channels) channel!: 'sms' | 'email';
  @localDate() from!: string;
}

export class TextLineResponse {
  @slug({ example: 'shift-reminder' }) name!: string;
  @oneOf(['citizen', 'company', 'staff'], { example: 'citizen' }) receiver!: string;
  @list(oneOf(languages), {}) languages!: string[];
  @list(oneOf(channels), {}) channels!: string[];
  @listOf(TextPlaceResponse, { description: 'Hvor kommunen har egne ord.' }) own!: TextPlaceResponse[];
}

class WordingResponse {
  @text({ nullable: true, example: 'Vi ses i morgen' }) subject!: string | null;
  @text({ multiline: true, example: 'Hej {fornavn}. Vi ses {dag} kl. {kl}.' }) text!: string;
}

class TextVersionResponse {
  @int({ min: 1, max: 1_000_000, example: 2 }) version!: number;
  @localDate() from!: string;
  @nested(WordingResponse, { nullable: true, description: 'Null: standardteksten.' })
  wording!: WordingResponse | null;
  @text({ example: 'Birgitte Lund' }) by!: string;
  @instant() madeAt!: string;
}

export class TextFileResponse {
  @nested(WordingResponse) standard!: WordingResponse;
  @nested(WordingResponse, { nullable: true, description: 'Null: standardteksten gælder.' })
  own!: WordingResponse | null;
  @list(text({ example: 'fornavn' }), { description: 'Felter, der må stå i teksten.' }) fields!: string[];
  @list(text({ example: 'dag' }), { description: 'Felter, der skal stå i teksten.' }) needed!: string[];
  @list(text({ example: 'JA' }), { description: 'Ord, man kan svare med, og som skal stå der.' })
  replyWords!: string[];
  @listOf(TextVersionResponse, { description: 'Den nyeste først.' }) versions!: TextVersionResponse[];
}

export const toTextLine = ({ name, receiver, languages, channels, own }: TextLine): TextLineResponse => ({
  name,
  receiver,
  languages: [...languages],
  channels: [...channels],
  own: own.map(({ language, channel, from }) => ({ language, channel, from })),
});

const toWording = ({ subject, text: words }: OwnWording): WordingResponse => ({ subject, text: words });

export function toTextFile(
  { standard, now, versions }: TextFile,
  danish: (field: string) => string,
): TextFileResponse {
  const { fields, needed, replyWords } = standard.demands;
  return {
    standard: toWording(standard.wording),
    own: now && toWording(now),
    fields: fields.map(danish),
    needed: needed.map(danish),
    replyWords: [...replyWords],
    versions: versions.map(({ row, by }) => toVersion(row, by)),
  };
}

const toVersion = ({ version, from, wording, madeAt }: OwnText, by: string): TextVersionResponse => ({
  version,
  from,
  wording: wording && toWording(wording),
  by,
  madeAt: isoOrNull(madeAt)!,
});
