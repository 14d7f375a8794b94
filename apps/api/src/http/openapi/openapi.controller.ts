import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags, type OpenAPIObject } from '@nestjs/swagger';
import { Operation } from '../operation.js';
import { Public } from '../roles.js';
import { ApiDocument } from './api-document.js';
import { docsStyle } from './docs-page.js';

const KEPT_FIVE_MINUTES = 'public, max-age=300';

/** The interface, described: for machines, and for people. */
@Controller('api')
@ApiTags('Om grænsefladen')
export class OpenApiController {
  private readonly style = docsStyle();

  constructor(private readonly made: ApiDocument) {}

  @Get('openapi.json')
  @Public()
  @Header('cache-control', KEPT_FIVE_MINUTES)
  @Operation({ summary: 'Denne beskrivelse som OpenAPI 3.1', produces: ['application/json'] })
  document(): OpenAPIObject {
    return this.made.document;
  }

  @Get('docs')
  @Public()
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('cache-control', KEPT_FIVE_MINUTES)
  @Operation({ summary: 'Denne beskrivelse som en side at læse', produces: ['text/html'] })
  page(): string {
    return this.made.page;
  }

  @Get('docs/docs.css')
  @Public()
  @Header('content-type', 'text/css; charset=utf-8')
  @Header('cache-control', KEPT_FIVE_MINUTES)
  @Operation({ summary: 'Sidens udseende', produces: ['text/css'] })
  stylesheet(): string {
    return this.style;
  }
}
