import type { PostingWarning } from '#domain';
import { slug, text } from '../../http/fields/index.js';
import { postingWarning } from '../../http/sentences/posting-warning.js';

export class PostingWarningResponse {
  @slug({ example: 'hours-outside-normal' }) code!: string;
  @text({ max: 300, example: '16,5 timer om ugen; det normale er 5 til 15.' }) text!: string;
}

export const toWarning = (warning: PostingWarning): PostingWarningResponse => ({
  code: warning.code,
  text: postingWarning(warning),
});
