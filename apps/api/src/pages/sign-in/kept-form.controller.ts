import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Actor } from '#domain';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CurrentActor, Roles } from '../../http/roles.js';
import { FormDesk } from '../../http/session/form-desk.js';
import { startPageOf } from '../../http/session/start-pages.js';
import { Page } from '../frame/html-page.js';
import { seeOther, type SeeOther, type ShownPage } from '../frame/page.js';
import { signInWords } from '../words/sign-in.js';
import { keptFormPage, troublePage } from './views.js';

const PEOPLE = ['consultant', 'leader', 'employer', 'citizen'] as const;

/** A form that came when the session was over, given back to whom it belongs. */
@Controller('log-ind/gemt')
export class KeptFormController {
  constructor(private readonly forms: FormDesk) {}

  @Get()
  @Roles(...PEOPLE)
  @Page()
  async show(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<ShownPage> {
    const w = signInWords[request.visitor?.language ?? 'da'];
    const kept = await this.forms.find(request, actor);
    if (!kept) {
      return troublePage({
        title: w.keptTab,
        heading: w.nothingKept,
        lines: [w.nothingKeptText],
        again: { href: startPageOf(actor.role), label: w.toStart },
        status: 404,
      });
    }
    return keptFormPage({
      title: w.keptTab,
      heading: w.keptHeading,
      text: w.keptText,
      path: kept.path,
      fields: kept.fields,
      send: w.keptButton,
      drop: w.keptDrop,
    });
  }

  @Post('slet')
  @Roles(...PEOPLE)
  @Page()
  async drop(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther> {
    await this.forms.drop(request, reply, actor);
    return seeOther(startPageOf(actor.role), 'slettet');
  }
}
