import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { docsPage } from './docs-page.js';

/**
 * The document and its reading page. Made once, by whoever first asks: main.ts does before it listens, and a test that
 * reads none does not wait for it.
 */
@Injectable()
export class ApiDocument {
  private made: { document: OpenAPIObject; page: string } | undefined;

  private describe: (() => OpenAPIObject) | undefined;

  /** `describe` needs all routes to be known. */
  publish(describe: () => OpenAPIObject): void {
    this.describe = describe;
  }

  get document(): OpenAPIObject {
    return this.published.document;
  }

  get page(): string {
    return this.published.page;
  }

  private get published(): { document: OpenAPIObject; page: string } {
    if (!this.made) {
      if (!this.describe) throw new Error('The document is asked for before the routes are known');
      const document = this.describe();
      this.made = { document, page: docsPage(document) };
    }
    return this.made;
  }
}
