import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../http/canonical-json.js';
import { fault, type Faults } from './faults.js';
import { typedText, type Typed } from './form-body.js';
import type { RefusedForm } from './refused-form.js';
import { refusal } from './submit.js';
import type { ShownPage } from '../page.js';

/** The hidden field that says what somebody had before the eyes. */
export const SEEN = 'set';

/** A short mark of what stands on a page: no secret, and the same as long as nobody changes it. Plain values only. */
export const seenMark = (what: unknown): string =>
  createHash('sha256').update(canonicalJson(what)).digest('base64url').slice(0, 16);

/**
 * For a form that would put what one person saw in the place of what another has saved: 409, with what was typed and a
 * new mark, so that to save once more is meant.
 */
export function staleForm(
  typed: Typed,
  now: string,
  text: string,
  again: (faults: Faults) => Promise<ShownPage> | ShownPage,
): RefusedForm | undefined {
  const seen = typedText(typed, SEEN);
  return seen === '' || seen === now ? undefined : refusal(fault('', text, text, 409), again);
}
