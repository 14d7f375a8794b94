import type { SharedView } from '../answer-view.js';
import type { citizenWords } from '../words/index.js';

type Words = Pick<(typeof citizenWords)['da'], 'phoneIsShared' | 'askForCode' | 'enterCode'>;

/** Instead of everything that a shared phone may not show: why, and the way to a code and back to the page. */
export const sharedView = (w: Words, page: string, c: string): SharedView => ({
  lines: [w.phoneIsShared, w.askForCode(c)],
  href: `/log-ind?til=${encodeURIComponent(page)}`,
  label: w.enterCode,
});
