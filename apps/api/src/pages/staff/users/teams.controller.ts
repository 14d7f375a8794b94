import { Controller, Get, Post, Req } from '@nestjs/common';
import { isGoodTeamSize, type Actor } from '#domain';
import { ManageTeams, StaffDesk } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { text } from '../../../http/fields/index.js';
import { Id } from '../../../http/operation.js';
import { wishId } from '../../../http/wish-id.js';
import {
  FormBody,
  FormView,
  noFaults,
  press,
  submit,
  type ErrorSummaryView,
  type Faults,
  type InputView,
  type Typed,
} from '../../frame/form/index.js';
import { page, seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { usersWords as w } from '../../words/desk-users.js';
import { LeaderPage, StaffVisit, type Visit } from '../staff-page.js';
import { USERS } from './users-view.js';

const TEAMS = `${USERS}/teams`;

class TeamForm {
  @text({ max: 100, example: 'Team Vest' }) navn!: string;
}

interface TeamsView {
  heading: string;
  intro: string;
  errors: ErrorSummaryView | null;
  none: string;
  rows: {
    id: string;
    name: string;
    members: string;
    names: string;
    otherSize: string;
    field: InputView;
    rename: string;
    renameOf: string;
    remove: string;
  }[];
  removeWord: string;
  newHeading: string;
  field: InputView;
  add: string;
}

const teamsPage = page<TeamsView>('staff/users/teams');

/** Teams: their names, and who is in them. */
@Controller('kommune/brugere/teams')
export class TeamPagesController {
  constructor(
    private readonly desk: StaffDesk,
    private readonly teams: ManageTeams,
  ) {}

  @Get()
  @LeaderPage()
  list(@StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return this.page(actor);
  }

  @Post()
  @LeaderPage()
  add(
    @StaffVisit() { actor }: Visit,
    @FormBody() typed: Typed,
    @Req() { once }: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return submit(TeamForm, typed, {
      do: async ({ navn }) => {
        await this.teams.add(navn, actor, wishId(actor, once));
        return seeOther(TEAMS, 'gemt');
      },
      again: (faults) => this.page(actor, { typed, faults }),
      at: { 'team.name-taken': 'navn' },
    });
  }

  @Post(':id')
  @LeaderPage()
  rename(
    @Id() id: string,
    @StaffVisit() { actor }: Visit,
    @FormBody() typed: Typed,
  ): Promise<SeeOther | ShownPage> {
    return submit(TeamForm, typed, {
      do: async ({ navn }) => {
        await this.teams.rename(id, navn, actor);
        return seeOther(TEAMS, 'gemt');
      },
      again: (faults) => this.page(actor, { id, typed, faults }),
      at: { 'team.name-taken': 'navn' },
    });
  }

  @Post(':id/fjern')
  @LeaderPage()
  remove(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<SeeOther | ShownPage> {
    return press({
      do: async () => {
        await this.teams.remove(id, actor);
        return seeOther(TEAMS, 'fjernet');
      },
      again: (faults) => this.page(actor, { id, typed: {}, faults }),
      at: { 'team.not-empty': 'navn' },
    });
  }

  /** `wrong`: the form that was refused; without an id that of a new team. */
  private async page(
    actor: Actor,
    wrong?: { id?: string; typed: Typed; faults: Faults },
  ): Promise<ShownPage> {
    const { lines, teams } = await this.desk.list(actor);
    const formOf = (id: string | undefined): FormView =>
      wrong && wrong.id === id
        ? new FormView('da', wrong.typed, wrong.faults)
        : new FormView('da', {}, noFaults);
    const newForm = formOf(undefined);
    const field = newForm.input('navn', w.teamName, { max: 100 });
    let errors = newForm.errors();
    const rows = teams.map(({ id, name }) => {
      const members = lines.filter(({ staff }) => staff.active && staff.teamId === id);
      const form = formOf(id);
      const input = form.input('navn', w.teamName, { max: 100, value: name });
      // Each team has a field of that name: the ids must differ on one page.
      const own = {
        ...input,
        id: `navn-${id}`,
        describedBy: input.describedBy.replaceAll(input.id, `navn-${id}`),
      };
      const found = form.errors();
      errors ??= found && {
        ...found,
        errors: found.errors.map((one) => ({ ...one, href: `#navn-${id}` })),
      };
      return {
        id,
        name,
        members: w.members(members.length),
        names: members.map(({ staff }) => staff.name).join(', '),
        otherSize: isGoodTeamSize(members.length) ? '' : w.otherSize,
        field: own,
        rename: w.rename,
        renameOf: w.renameOf(name),
        // Those who have left are in it too: the rule counts them as well.
        remove: lines.some(({ staff }) => staff.teamId === id) ? '' : w.removeOf(name),
      };
    });
    return teamsPage({
      title: w.teamsTab,
      heading: w.teamsHeading,
      intro: w.teamsIntro,
      errors,
      none: w.noTeams,
      rows,
      removeWord: w.remove,
      newHeading: w.newTeam,
      field,
      add: w.addTeam,
      back: { href: USERS, label: w.back },
      messages: { gemt: w.teamSaved, fjernet: w.teamRemoved },
    });
  }
}
