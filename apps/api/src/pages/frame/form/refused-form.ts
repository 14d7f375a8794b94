import type { ShownPage } from '../page.js';

/**
 * A form that was not saved. It is thrown so that whatever was begun is taken back; the page that is shown again is
 * made afterwards, with fresh data.
 */
export class RefusedForm extends Error {
  constructor(readonly again: () => Promise<ShownPage>) {
    super('The form was not saved');
    this.name = 'RefusedForm';
  }
}
