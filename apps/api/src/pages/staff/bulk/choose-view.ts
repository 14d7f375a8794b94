import { firstName, instantInWords, type BulkProposal } from '#domain';
import type { JobWithBest, Page } from '#use-cases';
import { page, type ShownPage } from '../../frame/page.js';
import { bulkWords as w } from '../../words/desk-bulk.js';

export const BULK = '/kommune/forslag/flere';
export const PREVIEW = `${BULK}/se`;

export const scopeWords = { mine: 'mine', team: 'team', kommune: 'municipality' } as const;
export type ScopeWord = keyof typeof scopeWords;

interface PersonView {
  id: string;
  value: string;
  name: string;
  href: string;
  points: string;
  note: string;
  ask: { href: string; label: string } | null;
}

interface ChooseView {
  heading: string;
  lead: string;
  error: string;
  scopesLabel: string;
  scopes: { href: string; label: string; current: boolean }[];
  action: string;
  jobs: {
    id: string;
    href: string;
    title: string;
    company: string;
    ranking: { href: string; label: string };
    people: PersonView[];
    none: string;
  }[];
  none: string;
  see: string;
  more: { href: string; label: string } | null;
  first: { href: string; label: string } | null;
  latest: { heading: string; rows: { href: string; label: string; state: string }[] } | null;
}

export const choosePage = page<ChooseView>('staff/bulk/choose');

interface Choose {
  best: Page<JobWithBest>;
  scope: ScopeWord;
  after: string | undefined;
  latest: readonly BulkProposal[];
  error: string;
}

export function chooseView({ best, scope, after, latest, error }: Choose): ShownPage {
  const address = (word: ScopeWord, from?: string): string => {
    const query = new URLSearchParams();
    if (word !== 'mine') query.set('omraade', word);
    if (from !== undefined) query.set('efter', from);
    return query.size === 0 ? BULK : `${BULK}?${query.toString()}`;
  };
  return choosePage({
    title: w.tab,
    heading: w.heading,
    lead: w.lead,
    wide: true,
    contact: null,
    back: { href: '/kommune/forslag', label: w.backToProposals },
    error,
    ...(error !== '' && { status: 422 }),
    scopesLabel: w.scopesLabel,
    scopes: (Object.keys(scopeWords) as ScopeWord[]).map((word) => ({
      href: address(word),
      label: w.scopes[word],
      current: word === scope,
    })),
    action: PREVIEW,
    jobs: best.items.map(jobView),
    none: w.noJobs,
    see: w.see,
    more: best.next === null ? null : { href: address(scope, best.next), label: w.more },
    first: after === undefined ? null : { href: address(scope), label: w.first },
    latest:
      latest.length === 0
        ? null
        : {
            heading: w.latest,
            rows: latest.map(({ id, createdAt, itemCount, state }) => ({
              href: `${BULK}/${id}`,
              label: w.latestOne(instantInWords(createdAt), itemCount),
              state: w.states[state],
            })),
          },
  });
}

function jobView({ smallJob, company, people }: JobWithBest): ChooseView['jobs'][number] {
  const href = `/kommune/job/${smallJob.id}`;
  const ranking = { href: `${href}/rangliste`, label: w.seeRanking };
  return {
    id: smallJob.id,
    href,
    title: smallJob.title,
    company: company?.name ?? '',
    ranking,
    people: people.map(({ citizen, broker, isOwn, score }) => ({
      id: `p-${smallJob.id}-${citizen.id}`,
      value: `${smallJob.id}_${citizen.id}`,
      name: citizen.name,
      href: `/kommune/borgere/${citizen.id}`,
      points: w.points(Math.round(score / 100)),
      note: isOwn ? '' : w.ofBroker(broker ?? ''),
      ask: isOwn
        ? null
        : { href: `${href}/foreslaa/${citizen.id}`, label: w.askBroker(firstName({ name: broker ?? '' })) },
    })),
    none: w.nobodyForJob,
  };
}
