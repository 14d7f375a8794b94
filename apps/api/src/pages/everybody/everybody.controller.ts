import { Controller, Get, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../http/roles.js';
import { nobody } from '../../http/visitor.js';
import { Page } from '../frame/html-page.js';
import { seeOther, type SeeOther, type ShownPage } from '../frame/page.js';
import { accessibilityPage } from './accessibility-view.js';
import { helpPage } from './help-view.js';
import { languagesPage } from './languages-view.js';
import { privacyPage } from './privacy-view.js';

/** Pages that everybody can read, in the same place on every other page. */
@Controller()
export class EverybodyController {
  @Get('hjaelp')
  @Public()
  @Page()
  help(@Req() { visitor = nobody }: FastifyRequest): ShownPage {
    return helpPage(visitor.language, visitor.actor?.role);
  }

  @Get('privatliv')
  @Public()
  @Page()
  privacy(@Req() { visitor = nobody, server }: FastifyRequest): ShownPage {
    return privacyPage(visitor.language, server.site);
  }

  @Get('tilgaengelighed')
  @Public()
  @Page()
  accessibility(@Req() { visitor = nobody, server }: FastifyRequest): ShownPage {
    return accessibilityPage(visitor.language, server.site);
  }

  /** The short address that the statement of every public website has. */
  @Get('was')
  @Public()
  @Page()
  statement(@Req() { server }: FastifyRequest): SeeOther {
    return seeOther(server.site.accessibility.was ?? '/tilgaengelighed');
  }

  @Get('sprog')
  @Public()
  @Page()
  languages(@Req() { visitor = nobody, server }: FastifyRequest): ShownPage {
    return languagesPage(visitor.language, server.site);
  }
}
