import { Controller, Get, Post, Req } from '@nestjs/common';
import { DomainError } from '#domain';
import { CalculateMoney } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../http/roles.js';
import { ShapeError } from '../../http/shape-error.js';
import { FormBody, readForm, type Typed } from '../frame/form/index.js';
import { Page } from '../frame/html-page.js';
import type { SeeOther, ShownFragment, ShownPage } from '../frame/page.js';
import { calculatorWords } from '../words/calculator.js';
import { answerTo, showTyped } from './calculation.js';
import { CalculatorForm } from './calculator-form.js';
import { liveAnswer, showCalculator } from './calculator-page.js';
import { aboutInWords } from './money-answer.js';

const PATH = '/beregn';

/** What is left for me: for anybody, with nothing stored. The figures are posted, so that no address holds them. */
@Controller('beregn')
export class CalculatorController {
  constructor(private readonly calculate: CalculateMoney) {}

  @Get()
  @Public()
  @Page()
  ask(@Req() { visitor }: FastifyRequest): ShownPage {
    return showCalculator({ language: visitor!.language, path: PATH });
  }

  @Post()
  @Public()
  @Page()
  answer(@FormBody() typed: Typed, @Req() { visitor }: FastifyRequest): Promise<SeeOther | ShownPage> {
    return showTyped(this.calculate, typed, { language: visitor!.language, path: PATH });
  }

  /** One sentence while somebody is typing; empty until everything that is needed can be read. */
  @Post('svar')
  @Public()
  @Page()
  async live(@FormBody() typed: Typed, @Req() { visitor }: FastifyRequest): Promise<ShownFragment> {
    const { language } = visitor!;
    try {
      const { estimate } = await answerTo(this.calculate, readForm(CalculatorForm, typed));
      return liveAnswer({ text: calculatorWords[language].live(aboutInWords(estimate.gainOre, language)) });
    } catch (error) {
      if (error instanceof ShapeError || error instanceof DomainError) return liveAnswer({ text: '' });
      throw error;
    }
  }
}
