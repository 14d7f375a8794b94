import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApiConfig } from '../../config.js';
import { Operation } from '../../http/operation.js';
import { Public } from '../../http/roles.js';
import { HtmlPage } from '../frame/html-page.js';
import { render } from '../frame/render.js';

/** What this is, for somebody who types the address. It names nobody. */
@Controller()
@ApiTags('Sider')
export class HomeController {
  private readonly page: string;

  constructor(config: ApiConfig) {
    this.page = render('home', { language: 'da', tab: 'Fodfæste', municipality: '', demo: config.isDemo });
  }

  @Get()
  @Public()
  @HtmlPage()
  @Header('content-language', 'da')
  @Operation({ summary: 'Forsiden', produces: ['text/html'] })
  home(): string {
    return this.page;
  }
}
