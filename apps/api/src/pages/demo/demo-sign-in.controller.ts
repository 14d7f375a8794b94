import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HttpProblem } from '../../http/problem.js';
import { Public } from '../../http/roles.js';
import { SignInDesk } from '../../http/session/sign-in-desk.js';
import { startPageOf } from '../../http/session/start-pages.js';
import { Page } from '../frame/html-page.js';
import { seeOther, type SeeOther } from '../frame/page.js';
import { DemoPeople } from './demo-people.js';

/** Signs in with a click. Registered in demo mode only, and there is nobody to be elsewhere. */
@Controller('demo')
export class DemoSignInController {
  constructor(
    private readonly people: DemoPeople,
    private readonly desk: SignInDesk,
  ) {}

  @Get('log-ind/:slug')
  @Public()
  @Page()
  async signIn(@Param('slug') slug: string, @Req() request: FastifyRequest): Promise<SeeOther> {
    const account = await this.people.find(slug);
    if (!account) throw new HttpProblem('not-found');
    await this.desk.begin(request, account, 'demo');
    return seeOther('/demo/velkommen');
  }

  /**
   * A browser that takes no Secure cookie over http would be sent from the sign-in to the sign-in for ever; here it
   * is told why.
   */
  @Get('velkommen')
  @Public()
  @Page()
  welcome(@Req() { visitor }: FastifyRequest): SeeOther {
    if (!visitor?.bySession || !visitor.actor) throw new HttpProblem('no-cookies');
    return seeOther(startPageOf(visitor.actor.role));
  }
}
