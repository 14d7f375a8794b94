import { instantInWords, leftOutReasons, ZONE, type LeftOut, type Temporal } from '#domain';
import type { BulkProposalShown } from '#use-cases';
import { ruleInWords } from '../../../http/imports/import-words.js';
import { page, type ShownPage } from '../../frame/page.js';
import { bulkWords as w } from '../../words/desk-bulk.js';
import { BULK } from './choose-view.js';

interface BulkView {
  heading: string;
  by: string;
  /** How often a page that is open asks again, in seconds; empty when nothing changes any more. */
  refresh: string;
  waiting: { text: string; until: string; secondsLeft: string; action: string; undo: string } | null;
  progress: { done: number; all: number; text: string } | null;
  lines: string[];
  caption: string;
  columns: readonly string[];
  rows: {
    name: string;
    href: string;
    job: { title: string; href: string };
    outcome: { text: string; href: string };
    why: string;
  }[];
  again: { href: string; label: string };
}

export const bulkPage = page<BulkView>('staff/bulk/bulk');

const headings = {
  waiting: w.waitingHeading,
  running: w.runningHeading,
  cancelled: w.cancelledHeading,
  done: w.doneHeading,
} as const;

export function bulkView({ bulk, by, items }: BulkProposalShown, status?: number): ShownPage {
  const { state } = bulk;
  const ended = items.filter(({ item }) => item.state !== 'waiting').length;
  const asked = items.filter(({ item }) => item.state === 'asked').length;
  const brokers = items.filter(({ item }) => item.state === 'broker-asked').length;
  const isOpen = state === 'waiting' || state === 'running';
  const path = `${BULK}/${bulk.id}`;
  return bulkPage({
    title: w.sendTab,
    heading: headings[state],
    wide: true,
    contact: null,
    ...(status !== undefined && { status }),
    back: { href: BULK, label: w.heading },
    by: w.by(by.name, instantInWords(bulk.createdAt)),
    refresh: isOpen ? '2' : '',
    waiting:
      state === 'waiting'
        ? {
            text: w.sendsAt(clockWithSeconds(bulk.sendsAt)),
            until: String(bulk.sendsAt.epochMilliseconds),
            secondsLeft: w.secondsLeft,
            action: `${path}/fortryd`,
            undo: w.undo,
          }
        : null,
    progress:
      state === 'running' ? { done: ended, all: items.length, text: w.soFar(ended, items.length) } : null,
    lines:
      state === 'cancelled'
        ? [w.cancelledText]
        : state === 'done'
          ? [
              w.asked(asked),
              ...(brokers > 0 ? [w.brokersAsked(brokers)] : []),
              ...(asked + brokers < items.length ? [w.notAsked(items.length - asked - brokers)] : []),
            ]
          : [],
    caption: w.caption,
    columns: w.columns,
    rows: items.map(({ item, smallJob, citizen }) => ({
      name: citizen.name,
      href: `/kommune/borgere/${citizen.id}`,
      job: { title: smallJob.title, href: `/kommune/job/${smallJob.id}` },
      outcome: {
        text: state === 'cancelled' && item.state === 'waiting' ? w.notSent : w.outcomes[item.state],
        href: item.matchId === null ? '' : `/kommune/forslag/${item.matchId}`,
      },
      why: item.problem === null ? '' : whyOf(item.problem),
    })),
    again: isOpen ? { href: path, label: w.again } : { href: BULK, label: w.askMore },
  });
}

const isLeftOut = (problem: string): problem is LeftOut =>
  (leftOutReasons as readonly string[]).includes(problem);

/** What it was about when it was sent is not kept: the citizen's page says how it is now. */
function whyOf(problem: string): string {
  if (!isLeftOut(problem)) return ruleInWords(problem);
  return problem === 'does-not-fit' ? w.whyShort[problem] : w.why[problem]();
}

const clockWithSeconds = (at: Temporal.Instant): string => {
  const { hour, minute, second } = at.toZonedDateTimeISO(ZONE);
  return [hour, minute, second].map((part) => String(part).padStart(2, '0')).join('.');
};
