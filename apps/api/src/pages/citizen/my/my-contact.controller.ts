import { Controller, Get, Post, Req } from '@nestjs/common';
import type { Actor } from '#domain';
import { ChangeMySettings, ShowMyPage } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, Roles } from '../../../http/roles.js';
import { FormBody, submit, type Typed } from '../../frame/form/index.js';
import { Page } from '../../frame/html-page.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { chosenLanguage } from '../../chosen-language.js';
import { myContactPageOf, SettingsForm } from './my-contact-page.js';

/** The one person to call, and how the citizen wants it. */
@Controller('min-side/kontakt')
export class MyContactController {
  constructor(
    private readonly showPage: ShowMyPage,
    private readonly changeSettings: ChangeMySettings,
  ) {}

  @Get()
  @Roles('citizen')
  @Page()
  async show(@CurrentActor() actor: Actor, @Req() { visitor }: FastifyRequest): Promise<ShownPage> {
    return myContactPageOf(await this.showPage.execute(actor, chosenLanguage(visitor)));
  }

  @Post()
  @Roles('citizen')
  @Page()
  save(
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() { visitor }: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return submit(SettingsForm, typed, {
      do: async ({ contactLevel, mondayReminder, language }) => {
        await this.changeSettings.execute({ contactLevel, mondayReminder, language }, actor);
        return seeOther('/min-side/kontakt', 'gemt');
      },
      again: async (faults) =>
        myContactPageOf(await this.showPage.execute(actor, chosenLanguage(visitor)), typed, faults),
    });
  }
}
