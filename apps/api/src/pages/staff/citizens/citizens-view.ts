import { categories, goalName, type Channel, type ContactLevel } from '#domain';
import { rosterViews, type CitizenListAsked, type CitizenListPage, type RosterView } from '#use-cases';
import { page } from '../../frame/page.js';
import { citizensWords as w } from '../../words/desk-citizens.js';
import type { ListChoices, ListState } from '../list/list-state.js';
import { listView, type ListView } from '../list/list-view.js';

export interface CitizensView {
  heading: string;
  make: string;
  list: ListView;
}

export const citizensPage = page<CitizensView>('staff/citizens/citizens');

const optionsOf = <V extends string>(names: Readonly<Record<V, string>>) =>
  Object.entries<string>(names).map(([value, label]) => ({ value, label }));

/** Brokers are those who work here: a filter by somebody else would be a list of nobody. */
export const citizenChoices = (staff: readonly { id: string; name: string }[]): ListChoices => ({
  path: '/kommune/borgere',
  views: w.views,
  filters: [
    {
      name: 'kontakt',
      label: w.filters.broker,
      options: staff.map(({ id, name }) => ({ value: id, label: name })),
    },
    { name: 'niveau', label: w.filters.level, options: optionsOf(w.levels) },
    {
      name: 'maal',
      label: w.filters.category,
      options: categories.map(({ id, name }) => ({ value: id, label: name })),
    },
    { name: 'kanal', label: w.filters.channel, options: optionsOf(w.channels) },
  ],
  sorts: w.sorts,
});

/** What the use case is asked, from what stands in the address. */
export function askedOf({ view, sort, filters }: ListState): CitizenListAsked {
  const { kontakt, niveau, maal, kanal } = filters;
  return {
    view: rosterViews.find((known): known is RosterView => known === view) ?? 'mine',
    order: sort === 'venter' ? 'waiting' : 'name',
    ...(kontakt && { brokerId: kontakt }),
    ...(niveau && { contactLevel: niveau as ContactLevel }),
    ...(maal && { category: maal }),
    ...(kanal && { channel: kanal as Channel }),
  };
}

export function citizensView(found: CitizenListPage, state: ListState): CitizensView {
  return {
    heading: w.heading,
    make: w.make,
    list: listView({
      choices: citizenChoices(found.staff),
      state,
      counts: found.counts,
      caption: w.caption,
      columns: w.columns,
      rows: found.items.map(({ citizen, broker, standing, title, waitedDays }) => ({
        id: citizen.id,
        href: `/kommune/borgere/${citizen.id}`,
        cells: [
          {
            text: citizen.name,
            under: [...citizen.jobGoals]
              .sort((a, b) => a.rank - b.rank)
              .map(({ category }) => goalName(category))
              .join(', '),
          },
          { text: w.standings[standing], under: title ?? '' },
          w.days(waitedDays),
          { text: broker ?? w.noBroker, under: w.levels[citizen.contactLevel] },
          w.channels[citizen.preferredChannel],
        ],
      })),
      next: found.next,
      empty: w.empty,
    }),
  };
}
