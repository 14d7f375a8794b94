import { phoneInPairs } from '#domain';
import type { FoundThings } from '#use-cases';
import { FormView, type InputView } from '../../frame/form/index.js';
import { fragment, page } from '../../frame/page.js';
import { searchWords as w } from '../../words/desk-search.js';

interface Hit {
  href: string;
  name: string;
  under: string;
}

export interface SearchResults {
  groups: { heading: string; hits: Hit[] }[];
  /** Why nothing is there; empty where something is. */
  nothing: string;
  /** For those who hear the page. */
  count: string;
}

interface SearchView {
  heading: string;
  field: InputView;
  find: string;
  results: SearchResults;
}

export const searchPage = page<SearchView>('staff/search/search');
export const suggestions = fragment<{ results: SearchResults }>('staff/search/suggestions');

export const noResults: SearchResults = { groups: [], nothing: '', count: '' };

export function resultsOf(found: FoundThings, words: string): SearchResults {
  const groups = [
    {
      heading: w.citizens,
      hits: found.citizens.map(({ citizen, broker }) => ({
        href: `/kommune/borgere/${citizen.id}`,
        name: citizen.name,
        under: broker === null ? w.followedByNobody : w.followedBy(broker),
      })),
    },
    {
      heading: w.companies,
      hits: found.companies.map(({ id, name, address, contact }) => ({
        href: `/kommune/virksomheder/${id}`,
        name,
        under: [address.town, contact.name, phoneInPairs(contact.phone)].filter(Boolean).join(' · '),
      })),
    },
    {
      heading: w.smallJobs,
      hits: found.smallJobs.map(({ smallJob, company }) => ({
        href: `/kommune/job/${smallJob.id}`,
        name: smallJob.title,
        under: [company, smallJob.workplace.town, w.states[smallJob.status]].filter(Boolean).join(' · '),
      })),
    },
    {
      heading: w.staff,
      hits: found.staff.map(({ id, name, role, phone }) => ({
        href: `/kommune/borgere?vis=all&kontakt=${id}`,
        name,
        under: [w.roles[role], phone === null ? '' : phoneInPairs(phone)].filter(Boolean).join(' · '),
      })),
    },
  ].filter(({ hits }) => hits.length > 0);
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0);
  const tooShort = [...words.trim()].length < 2;
  return {
    groups,
    nothing: count > 0 ? '' : tooShort ? w.tooShort : w.nothing,
    count: count === 0 ? '' : w.found(count),
  };
}

export function searchView(words: string, results: SearchResults): SearchView {
  const f = new FormView('da', { q: words });
  return {
    heading: w.heading,
    field: f.input('q', w.label, { type: 'search', hint: w.hint, max: 100 }),
    find: w.find,
    results,
  };
}
