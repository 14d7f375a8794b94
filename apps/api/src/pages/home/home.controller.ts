import { Controller, Get, Optional, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Operation } from '../../http/operation.js';
import { Public } from '../../http/roles.js';
import { nobody } from '../../http/visitor.js';
import { DemoPeople } from '../demo/demo-people.js';
import { HtmlPage } from '../frame/html-page.js';
import type { ShownPage } from '../frame/page.js';
import { homePage } from './home-view.js';

/** What this is, for somebody who types the address. It names nobody but the made-up people of a demo. */
@Controller()
@ApiTags('Sider')
export class HomeController {
  constructor(@Optional() private readonly people?: DemoPeople) {}

  @Get()
  @Public()
  @HtmlPage()
  @Operation({ summary: 'Forsiden', produces: ['text/html'] })
  async home(@Req() { visitor = nobody }: FastifyRequest): Promise<ShownPage> {
    return homePage(visitor.language, (await this.people?.list()) ?? []);
  }
}
