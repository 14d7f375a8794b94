import { Controller, Get, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { HttpProblem } from '../../http/problem.js';
import { Public } from '../../http/roles.js';
import { DroppedCookies } from '../../http/session/dropped-cookies.js';
import { SignInDesk } from '../../http/session/sign-in-desk.js';
import { startPages } from '../../http/session/start-pages.js';
import { Page } from '../frame/html-page.js';
import { seeOther, type SeeOther } from '../frame/page.js';
import { DemoPeople } from './demo-people.js';

/** Signs in with a click. Registered in demo mode only, and there is nobody to be elsewhere. */
@Controller('demo/log-ind')
export class DemoSignInController {
  constructor(
    private readonly people: DemoPeople,
    private readonly desk: SignInDesk,
    private readonly dropped: DroppedCookies,
  ) {}

  @Get(':slug')
  @Public()
  @Page()
  async signIn(@Param('slug') slug: string, @Req() request: FastifyRequest): Promise<SeeOther> {
    const account = await this.people.find(slug);
    if (!account) throw new HttpProblem('not-found');
    await this.desk.begin(request, account, 'demo');
    this.dropped.note(request);
    return seeOther(startPages[account.kind]);
  }
}
