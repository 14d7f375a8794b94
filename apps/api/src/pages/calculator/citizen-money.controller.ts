import { Controller, Get, Post, Req } from '@nestjs/common';
import type { Actor } from '#domain';
import { BeginWithMoney, CalculateMoney, type MoneyToBeginWith } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { Calculates } from '../../http/idempotency.interceptor.js';
import { inDanishOrEnglish } from '../../http/page-language.js';
import { CurrentActor, Public, Roles } from '../../http/roles.js';
import { FormBody, type Typed } from '../frame/form/index.js';
import { Page } from '../frame/html-page.js';
import type { SeeOther, ShownPage } from '../frame/page.js';
import { Token } from '../link-token.js';
import { calculatorWords } from '../words/calculator.js';
import { bothWords } from '../words/index.js';
import { showBeginning, showTyped, type Frame } from './calculation.js';

/** The calculator with the job of an offer and the citizen's own figures in it, from the page of the offer. */
@Controller('o/:token/penge')
export class OfferMoneyController {
  constructor(
    private readonly begin: BeginWithMoney,
    private readonly calculate: CalculateMoney,
  ) {}

  @Get()
  @Public()
  @Page()
  async show(@Token() token: string, @Req() request: FastifyRequest): Promise<ShownPage> {
    return showBeginning(this.calculate, await this.frame(token, request));
  }

  @Post()
  @Public()
  @Page()
  async answer(
    @Token() token: string,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return showTyped(this.calculate, typed, await this.frame(token, request));
  }

  private async frame(token: string, { visitor }: FastifyRequest): Promise<Frame> {
    const money = await this.begin.ofOffer(token, visitor!.actor);
    const language = inDanishOrEnglish(visitor!.chosen ?? money.language);
    const { municipality, contact } = money;
    const back = { href: `/o/${token}`, label: calculatorWords[language].back };
    return {
      language,
      path: `/o/${token}/penge`,
      beginning: beginningOf(money),
      about: {
        language,
        municipality: bothWords[language].municipality(municipality.name),
        contact,
        back,
      },
    };
  }
}

/** The same for a citizen who is signed in. */
@Controller('min-side/penge')
export class MyMoneyController {
  constructor(
    private readonly begin: BeginWithMoney,
    private readonly calculate: CalculateMoney,
  ) {}

  @Get()
  @Roles('citizen')
  @Page()
  async show(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<ShownPage> {
    return showBeginning(this.calculate, await this.frame(actor, request));
  }

  @Post()
  @Roles('citizen')
  @Calculates()
  @Page()
  async answer(
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return showTyped(this.calculate, typed, await this.frame(actor, request));
  }

  private async frame(actor: Actor, { visitor }: FastifyRequest): Promise<Frame> {
    const money = await this.begin.ofCitizen(actor);
    return { language: visitor!.language, path: '/min-side/penge', beginning: beginningOf(money) };
  }
}

const beginningOf = ({ municipality, job, benefit, on }: MoneyToBeginWith) => ({
  municipality: municipality.code,
  job,
  benefit,
  on,
});
