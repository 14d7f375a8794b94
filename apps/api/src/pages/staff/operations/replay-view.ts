import type { Temporal } from '#domain';
import type { FailedJob } from '#use-cases';
import { page, type ShownPage } from '../../frame/page.js';
import { operationsWords as w } from '../../words/desk-operations.js';
import { whenInWords } from '../../words/when-in-words.js';
import { jobInWords, OPERATIONS } from './operations-view.js';

interface ReplayView {
  heading: string;
  facts: string[];
  whatHappens: string;
  happens: string[];
  confirm: string;
}

const replayPage = page<ReplayView>('staff/operations/replay');

/** What would happen, before anything does. */
export function replayView(
  { job, dueAt, failedAt, attempts, lastError }: FailedJob,
  now: Temporal.Instant,
): ShownPage {
  const [name, then] = jobInWords(job);
  return replayPage({
    title: w.replayTab,
    heading: w.replayHeading(name),
    facts: [
      `${w.due(whenInWords(dueAt, now))}. ${w.givenUp(whenInWords(failedAt, now), attempts)}.`,
      w.why(lastError ?? w.noReason),
    ],
    whatHappens: w.whatHappens,
    happens: [then, w.replaySafe, w.replayLater].filter((line) => line !== ''),
    confirm: w.tryAgain,
    back: { href: OPERATIONS, label: w.back },
  });
}
