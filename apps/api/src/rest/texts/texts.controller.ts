import { Body, Get, Put } from '@nestjs/common';
import { danishField, refuseUnless, type Actor, type TextPlace } from '#domain';
import { ChangeText, TextDesk } from '#use-cases';
import { Area, Name, Operation } from '../../http/operation.js';
import { Listed } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { TextBody } from './texts.requests.js';
import { TextFileResponse, TextLineResponse, toTextFile, toTextLine } from './texts.responses.js';

@Area('texts', 'Tekster')
export class TextsController {
  constructor(
    private readonly desk: TextDesk,
    private readonly changing: ChangeText,
  ) {}

  @Get()
  @Roles(...STAFF)
  @Operation({ summary: 'De tekster, kommunen selv kan skrive', answer: Listed(TextLineResponse) })
  async list(@CurrentActor() actor: Actor): Promise<{ items: TextLineResponse[] }> {
    return { items: (await this.desk.list(actor)).map(toTextLine) };
  }

  @Get(':template/:language/:channel')
  @Roles(...STAFF)
  @Operation({
    summary: 'En tekst: standarden, kommunens egen og alle udgaver',
    answer: TextFileResponse,
    problems: ['text.not-found'],
  })
  async show(
    @Name('template', 'shift-reminder') name: string,
    @Name('language', 'da') language: string,
    @Name('channel', 'sms') channel: string,
    @CurrentActor() actor: Actor,
  ): Promise<TextFileResponse> {
    return toTextFile(await this.desk.show(placeOf(name, language, channel), actor), danishField);
  }

  @Put(':template/:language/:channel')
  @Roles('leader')
  @Operation({
    summary: 'Skriv en tekst, eller tag standarden tilbage',
    description:
      'En ny udgave, der gælder fra en dag. Det, der er sendt, ændres ikke; det, der venter, sendes i de nye ord.',
    answer: TextFileResponse,
    problems: [
      'text.not-found',
      'text.subject-missing',
      'text.unknown-field',
      'text.field-missing',
      'text.reply-words-missing',
      'text.other-link',
      'text.forbidden-words',
      'text.too-long',
      'text.nothing-left',
      'text.from-in-past',
    ],
  })
  async change(
    @Name('template', 'shift-reminder') name: string,
    @Name('language', 'da') language: string,
    @Name('channel', 'sms') channel: string,
    @Body() { subject, text, from }: TextBody,
    @CurrentActor() actor: Actor,
  ): Promise<TextFileResponse> {
    const place = placeOf(name, language, channel);
    const wording = text === null ? null : { subject: channel === 'sms' ? null : subject, text };
    await this.changing.execute(place, { wording, ...(from && { from }) }, actor);
    return toTextFile(await this.desk.show(place, actor), danishField);
  }
}

function placeOf(name: string, language: string, channel: string): TextPlace {
  refuseUnless(language === 'da' || language === 'en', 'text.not-found');
  refuseUnless(channel === 'sms' || channel === 'email', 'text.not-found');
  return { name, language, channel };
}
