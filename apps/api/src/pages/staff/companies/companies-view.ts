import { phoneInPairs, type LocalDate } from '#domain';
import type { CompanyListPage, CompanyRow } from '#use-cases';
import { page } from '../../frame/page.js';
import { companiesWords as w } from '../../words/desk-companies.js';
import type { ListChoices, ListState } from '../list/list-state.js';
import { listView, type ListView } from '../list/list-view.js';
import { shortDay } from '../placement/when.js';

interface CompaniesView {
  heading: string;
  add: { href: string; label: string };
  list: ListView;
}

export const companiesPage = page<CompaniesView>('staff/companies/companies');

/** What can be chosen; towns and industries are those of the companies there are. */
export function companyChoices(towns: readonly string[], industries: readonly string[]): ListChoices {
  const options = (names: readonly string[]) => names.map((name) => ({ value: name, label: name }));
  return {
    path: '/kommune/virksomheder',
    views: w.views,
    filters: [
      { name: 'navn', label: w.filterText, type: 'text' },
      { name: 'by', label: w.filterTown, options: options(towns) },
      { name: 'branche', label: w.filterIndustry, options: options(industries) },
    ],
    sorts: w.orders,
  };
}

export function companiesView(
  { items, next, counts, today, towns, industries }: CompanyListPage,
  state: ListState,
): CompaniesView {
  const { name, town, contact, jobs, people, visit } = w.columns;
  return {
    heading: w.heading,
    add: { href: '/kommune/virksomheder/ny', label: w.add },
    list: listView({
      choices: companyChoices(
        withChosen(towns, state.filters['by']),
        withChosen(industries, state.filters['branche']),
      ),
      state,
      counts,
      caption: w.caption,
      columns: [name, town, contact, jobs, people, visit],
      rows: items.map((row) => rowOf(row, today)),
      next,
      empty: w.empty[state.view as keyof typeof w.empty],
    }),
  };
}

function rowOf(
  { company, smallJobs, people, lastVisitOn, isUnpaidOnly, isSilent }: CompanyRow,
  today: LocalDate,
) {
  const { name, industry, address, contact } = company;
  const badge = isUnpaidOnly ? w.unpaidOnly : isSilent ? w.silent : '';
  return {
    id: company.id,
    href: `/kommune/virksomheder/${company.id}`,
    cells: [
      { text: name, ...(industry && { under: industry }), ...(badge && { badge }) },
      address.town,
      { text: contact.name, under: phoneInPairs(contact.phone) },
      String(smallJobs),
      String(people),
      lastVisitOn === null ? w.never : shortDay(lastVisitOn, today),
    ],
  };
}

/** A town that nobody is in any more still stands there as what was chosen. */
const withChosen = (names: readonly string[], chosen: string | undefined): readonly string[] =>
  chosen === undefined || names.includes(chosen) ? names : [...names, chosen];
