import { Body, Controller, Get, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { absenceSpans, laterMinutes, shiftAnswers, type AbsenceSpan, type ShiftAnswer } from '#domain';
import { AnswerShiftByLink, ShowShiftByLink, type ShiftLinkPage } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { oneOf } from '../../http/fields/index.js';
import { Operation } from '../../http/operation.js';
import { Public } from '../../http/roles.js';
import type { Visitor } from '../../http/visitor.js';
import { HtmlPage } from '../frame/html-page.js';
import { seeOther, type SeeOther, type ShownPage } from '../frame/page.js';
import { Token } from '../link-token.js';
import { chosenLanguage } from '../chosen-language.js';
import { shiftPageOf } from './shift-view.js';

class ShiftAnswerBody {
  @oneOf(shiftAnswers, { example: 'later' }) answer!: ShiftAnswer;
  // A form sends texts.
  @oneOf(laterMinutes.map(String), { optional: true, example: '30', description: 'Til later.' })
  minutes?: string;
  @oneOf(absenceSpans, { optional: true, example: 'today', description: 'Til cannot; ellers den dag.' })
  span?: AbsenceSpan;
}

/** One shift, opened from a message. Good for that shift, until its day is over; opening it changes nothing. */
@Controller('v')
@ApiTags('Sider')
export class ShiftByLinkController {
  constructor(
    private readonly showShift: ShowShiftByLink,
    private readonly answerShift: AnswerShiftByLink,
  ) {}

  @Get(':token')
  @Public()
  @HtmlPage()
  @Operation({
    summary: 'Borgerens side om én vagt',
    description: 'Ændrer intet, heller ikke med HEAD. Efter dagen siger den kun, hvem man ringer til.',
    produces: ['text/html'],
    problems: ['link.not-found'],
  })
  async show(@Token() token: string, @Req() { visitor }: FastifyRequest): Promise<ShownPage> {
    return pageOf(await this.read(token, visitor), token, false);
  }

  @Post(':token')
  @Public()
  @HtmlPage()
  @Operation({
    summary: 'Jeg er her, på vej, forsinket, kan ikke, eller ring til mig',
    description: 'Formular eller JSON. Svarer 303 til siden selv, også når svaret var der i forvejen.',
    status: 303,
    problems: ['link.not-found', 'shape'],
  })
  async answer(
    @Token() token: string,
    @Body() { answer, minutes, span }: ShiftAnswerBody,
    @Req() { visitor }: FastifyRequest,
  ): Promise<ShownPage | SeeOther> {
    const later = laterMinutes.find((one) => String(one) === minutes);
    const input = { answer, ...(later && { minutes: later }), ...(span && { span }) };
    const { changed } = await this.answerShift.execute(token, input, visitor?.actor ?? null);
    if (changed) return seeOther(`/v/${token}`);
    const after = await this.read(token, visitor);
    // The button is still there, so what was pressed was not kept: whoever pressed must hear so.
    const isLost = !after.expired && after.shift.answers.includes(answer);
    return isLost ? pageOf(after, token, true) : seeOther(`/v/${token}`);
  }

  private read(token: string, visitor: Visitor | undefined): Promise<ShiftLinkPage> {
    const language = chosenLanguage(visitor);
    return this.showShift.execute(token, { visitor: visitor?.actor ?? null, ...(language && { language }) });
  }
}

const pageOf = (
  { shift, firstName, municipality, expired }: ShiftLinkPage,
  token: string,
  notSaved: boolean,
): ShownPage =>
  shiftPageOf(shift, false, { firstName, municipality, expired, notSaved, path: `/v/${token}` });
