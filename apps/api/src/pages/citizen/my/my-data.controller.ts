import { Controller, Get, Post, Req } from '@nestjs/common';
import type { Actor } from '#domain';
import { ShowMyData, WishCorrection } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, Roles } from '../../../http/roles.js';
import { FormBody, submit, type Typed } from '../../frame/form/index.js';
import { Page } from '../../frame/html-page.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { CorrectionForm, correctionPageOf } from './correction-page.js';
import { myDataOf } from './my-data-view.js';

/** What is stored about whoever looks, who has seen it, and a way to say that it is wrong. */
@Controller('min-side/om-mig')
export class MyDataPagesController {
  constructor(
    private readonly showData: ShowMyData,
    private readonly wishCorrection: WishCorrection,
  ) {}

  @Get()
  @Roles('citizen')
  @Page()
  async show(@CurrentActor() actor: Actor, @Req() { visitor }: FastifyRequest): Promise<ShownPage> {
    return myDataOf(await this.showData.execute(actor), visitor?.language ?? 'da');
  }

  @Get('forkert')
  @Roles('citizen')
  @Page()
  ask(@Req() { visitor }: FastifyRequest): ShownPage {
    return correctionPageOf(visitor?.language ?? 'da');
  }

  @Post('forkert')
  @Roles('citizen')
  @Page()
  send(
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() { visitor }: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return submit(CorrectionForm, typed, {
      do: async ({ about, words }) => {
        await this.wishCorrection.execute({ about, words }, actor);
        return seeOther('/min-side/om-mig', 'rettes');
      },
      again: (faults) => correctionPageOf(visitor?.language ?? 'da', typed, faults),
    });
  }
}
