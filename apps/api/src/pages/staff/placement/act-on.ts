import type { Faults, Typed } from '../../frame/form/index.js';
import type { ShownPage } from '../../frame/page.js';
import type { Refused } from './act-view.js';

/** What `submit` needs to show a page with several forms again, with the refused one open as it was filled in. */
export const actOn = (
  act: string,
  typed: Typed,
  show: (refused: Refused) => Promise<ShownPage>,
): { again: (faults: Faults) => Promise<ShownPage> } => ({
  again: (faults) => show({ act, typed, faults }),
});
