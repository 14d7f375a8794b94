import {
  instantInWords,
  localDateOf,
  phoneInWords,
  timeInWords,
  dayInWords,
  type Staff,
  type Team,
} from '#domain';
import type { StaffLine, StaffOverview } from '#use-cases';
import { page, type ShownPage } from '../../frame/page.js';
import { usersWords as w } from '../../words/desk-users.js';
import type { ListChoices, ListState } from '../list/list-state.js';
import { listView, type ListView } from '../list/list-view.js';

interface UsersView {
  heading: string;
  intro: string;
  add: { href: string; label: string };
  links: { href: string; label: string }[];
  list: ListView;
}

const usersPage = page<UsersView>('staff/users/users');
export const USERS = '/kommune/brugere';
const NONE = 'ingen';

export const usersChoices = (teams: readonly Team[]): ListChoices => ({
  path: USERS,
  views: w.views,
  filters: [
    {
      name: 'team',
      label: w.team,
      options: [
        ...teams.map(({ id, name }) => ({ value: id, label: name })),
        { value: NONE, label: w.noTeam },
      ],
    },
    {
      name: 'rolle',
      label: w.role,
      options: Object.entries(w.roleNames).map(([value, label]) => ({ value, label })),
    },
  ],
  sorts: w.sorts,
});

export function usersView({ lines, teams, caseload }: StaffOverview, state: ListState): ShownPage {
  const { team, rolle } = state.filters;
  const shown = lines
    .filter(({ staff }) => staff.active === (state.view !== 'lukkede'))
    .filter(({ staff }) => team === undefined || (staff.teamId ?? NONE) === team)
    .filter(({ staff }) => rolle === undefined || staff.role === rolle)
    .sort(orders[state.sort] ?? byName);
  const nameOf = (id: string | null): string =>
    lines.find(({ staff }) => staff.id === id)?.staff.name ?? w.nobody;
  const list = listView({
    choices: usersChoices(teams),
    state,
    counts: {
      aktive: lines.filter(({ staff }) => staff.active).length,
      lukkede: lines.filter(({ staff }) => !staff.active).length,
    },
    caption: w.caption,
    columns: w.columns,
    rows: shown.map(({ staff, caseload: citizens, smallJobs }) => ({
      id: staff.id,
      href: `${USERS}/${staff.id}`,
      cells: [
        {
          text: staff.name,
          under: staff.email === null ? w.noEmail : '',
          badge: staff.role === 'leader' ? w.roleNames.leader : '',
        },
        teams.find(({ id }) => id === staff.teamId)?.name ?? w.noTeam,
        nameOf(staff.deputyId),
        { text: staff.phone ? phoneInWords(staff.phone) : w.noPhone, under: hoursInWords(staff) },
        { text: String(citizens), badge: fullness(citizens, caseload) },
        String(smallJobs),
        lastSignIn(staff),
      ],
    })),
    next: null,
    empty: w.empty,
  });
  return usersPage({
    title: w.tab,
    wide: true,
    heading: w.heading,
    intro: w.intro,
    add: { href: `${USERS}/ny`, label: w.add },
    links: [
      { href: `${USERS}/teams`, label: w.teams },
      { href: `${USERS}/roller`, label: w.roles },
    ],
    list,
    messages: { tilfoejet: w.added, 'uden-email': w.addedWithoutEmail, lukket: w.closed },
  });
}

const byName = (a: StaffLine, b: StaffLine): number => a.staff.name.localeCompare(b.staff.name, 'da-DK');
const seenAt = ({ staff }: StaffLine): number => staff.lastSignedInAt?.epochMilliseconds ?? 0;
const orders: Readonly<Record<string, (a: StaffLine, b: StaffLine) => number>> = {
  navn: byName,
  borgere: (a, b) => b.caseload - a.caseload || byName(a, b),
  login: (a, b) => seenAt(a) - seenAt(b) || byName(a, b),
};

const fullness = (citizens: number, { target, limit }: StaffOverview['caseload']): string => {
  if (citizens > limit) return w.overLimit(limit);
  return citizens > target ? w.overTarget(target) : '';
};

/** "i dag" is not said: the page may stand open. */
export const lastSignIn = ({ lastSignedInAt }: Staff): string =>
  lastSignedInAt ? dayInWords(localDateOf(lastSignedInAt)) : w.never;

export const lastSignInAt = ({ lastSignedInAt }: Staff): string =>
  lastSignedInAt ? instantInWords(lastSignedInAt) : w.never;

/** "mandag-fredag kl. 8-15.30", with the days off left out. */
export function hoursInWords({ contactHours: { weekdays, from, to } }: Staff): string {
  if (weekdays.length === 0) return w.noDays;
  const days = [...weekdays].sort((a, b) => a - b);
  const isRow = days.length > 2 && days.every((day, at) => at === 0 || day === days[at - 1]! + 1);
  const name = (day: number): string => w.dayNames[day - 1]!;
  const names = isRow ? `${name(days[0]!)}-${name(days.at(-1)!)}` : days.map(name).join(', ');
  return w.hours(names, timeInWords(from), timeInWords(to));
}
