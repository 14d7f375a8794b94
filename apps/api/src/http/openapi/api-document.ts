import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { docsPage } from './docs-page.js';

/** The document and its reading page, made once when all routes are known. */
@Injectable()
export class ApiDocument {
  private made: { document: OpenAPIObject; page: string } | undefined;

  publish(document: OpenAPIObject): void {
    this.made = { document, page: docsPage(document) };
  }

  get document(): OpenAPIObject {
    return this.published.document;
  }

  get page(): string {
    return this.published.page;
  }

  private get published(): { document: OpenAPIObject; page: string } {
    if (!this.made) throw new Error('The document is asked for before it is made');
    return this.made;
  }
}
