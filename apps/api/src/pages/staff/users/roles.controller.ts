import { Controller, Get } from '@nestjs/common';
import { roles, type Role } from '#domain';
import { ApiDocument } from '../../../http/openapi/api-document.js';
import { page, type ShownPage } from '../../frame/page.js';
import { usersWords as w } from '../../words/desk-users.js';
import { LeaderPage } from '../staff-page.js';
import { USERS } from './users-view.js';

interface RolesView {
  heading: string;
  intro: string;
  what: string;
  columns: { role: Role; label: string }[];
  areas: {
    heading: string;
    caption: string;
    rows: { what: string; cells: { label: string; may: string }[] }[];
  }[];
}

interface Operation {
  summary?: string;
  tags?: string[];
  'x-roles'?: string[];
}

const rolesPage = page<RolesView>('staff/users/roles');

/** What each role may, read from the routes themselves: nobody keeps a second list. */
@Controller('kommune/brugere')
export class RolesController {
  constructor(private readonly document: ApiDocument) {}

  @Get('roller')
  @LeaderPage()
  show(): ShownPage {
    const areas = new Map<string, RolesView['areas'][number]['rows']>();
    for (const { summary = '', tags = [], 'x-roles': may = [] } of operationsOf(this.document)) {
      const [area = ''] = tags;
      const row = { what: summary, cells: roles.map((role) => cellOf(role, may)) };
      areas.set(area, [...(areas.get(area) ?? []), row]);
    }
    return rolesPage({
      title: w.rolesTab,
      wide: true,
      heading: w.rolesHeading,
      intro: w.rolesIntro,
      what: w.rolesWhat,
      columns: roles.map((role) => ({ role, label: w.roleColumns[role] })),
      areas: [...areas]
        .sort(([a], [b]) => a.localeCompare(b, 'da-DK'))
        .map(([heading, rows]) => ({ heading, caption: heading, rows })),
      back: { href: USERS, label: w.back },
    });
  }
}

/** Only what asks who one is: what is open to everybody belongs to no role. */
function operationsOf({ document }: ApiDocument): Operation[] {
  const all = Object.values(document.paths).flatMap((methods) => Object.values(methods) as Operation[]);
  return all.filter(({ 'x-roles': may }) => may !== undefined && !may.includes('public'));
}

const cellOf = (role: Role, may: readonly string[]): { label: string; may: string } => ({
  label: w.roleColumns[role],
  may: may.includes(role) ? w.yes : w.no,
});
