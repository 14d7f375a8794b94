import type { ShowCase, ShowDesk } from '#use-cases';
import { press, type Typed } from '../../frame/form/index.js';
import type { SeeOther, ShownPage } from '../../frame/page.js';
import type { Visit } from '../staff-page.js';
import { caseView } from './case-view.js';
import { deskView } from './desk-view.js';
import { backTo, tapFrom } from './taps.js';

interface Pages {
  desk: ShowDesk;
  cases: ShowCase;
}

interface Tap {
  typed: Typed;
  actor: Visit['actor'];
  /** The address of the form. */
  action: string;
  /** What the row is about: `escalation:<id>`. */
  about: string;
}

/**
 * A tap on a row: done, and back to the row with what happened; or the same page again with what was refused. `act`
 * gives back the code of what is said.
 */
export function tapped(
  { desk, cases }: Pages,
  { typed, actor, action, about }: Tap,
  act: () => Promise<string | undefined>,
): Promise<SeeOther | ShownPage> {
  const from = tapFrom(typed);
  return press({
    do: async () => backTo(from, about, await act()),
    again: async (faults) => {
      const refused = { action, typed, faults };
      if (from.caseId !== null)
        return caseView(await cases.execute(from.caseId, actor), actor.staffId, refused);
      return deskView(await desk.execute(from.choice, actor), from.choice, actor.staffId, refused);
    },
  });
}
