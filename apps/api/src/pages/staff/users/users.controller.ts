import { Controller, Get, Optional, Post, Query, Req } from '@nestjs/common';
import { Temporal } from '#domain';
import { AddStaff, ChangeStaff, DisableStaff, EnableStaff, StaffDesk } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { Id } from '../../../http/operation.js';
import { EndSessions } from '../../../http/session/end-sessions.js';
import { wishId } from '../../../http/wish-id.js';
import { DemoPeople } from '../../demo/demo-people.js';
import { FormBody, submit, type Typed } from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { listState } from '../list/list-state.js';
import { LeaderPage, StaffVisit, type Visit } from '../staff-page.js';
import { CloseForm, closeView } from './close-view.js';
import { atField, ChangeUserForm, UserForm, userInput } from './user-form.js';
import { newUserView, userView } from './user-view.js';
import { USERS, usersChoices, usersView } from './users-view.js';

/** Who can sign in, and what happens with what they hold when they no longer can. */
@Controller('kommune/brugere')
export class UsersController {
  constructor(
    private readonly desk: StaffDesk,
    private readonly adding: AddStaff,
    private readonly changing: ChangeStaff,
    private readonly disabling: DisableStaff,
    private readonly enabling: EnableStaff,
    private readonly endSessions: EndSessions,
    @Optional() private readonly demoPeople?: DemoPeople,
  ) {}

  @Get()
  @LeaderPage()
  async list(@StaffVisit() { actor }: Visit, @Query() query: Record<string, unknown>): Promise<ShownPage> {
    const overview = await this.desk.list(actor);
    return usersView(overview, listState(usersChoices(overview.teams), query));
  }

  @Get('ny')
  @LeaderPage()
  async ask(@StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return newUserView(await this.desk.list(actor));
  }

  @Post('ny')
  @LeaderPage()
  add(
    @StaffVisit() { actor }: Visit,
    @FormBody() typed: Typed,
    @Req() { once }: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return submit(UserForm, typed, {
      do: async (form) => {
        const { email } = await this.adding.execute(userInput(form), actor, wishId(actor, once));
        return seeOther(USERS, email === null ? 'uden-email' : 'tilfoejet');
      },
      again: async (faults) => newUserView(await this.desk.list(actor), typed, faults),
      at: atField,
    });
  }

  @Get(':id')
  @LeaderPage()
  async show(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return userView(await this.desk.show(id, actor), actor.staffId, { demo: this.demoPeople });
  }

  @Post(':id')
  @LeaderPage()
  change(
    @Id() id: string,
    @StaffVisit() { actor }: Visit,
    @FormBody() typed: Typed,
  ): Promise<SeeOther | ShownPage> {
    return submit(ChangeUserForm, typed, {
      do: async ({ set, ...form }) => {
        const about = set ? { seenAt: Temporal.Instant.from(set) } : {};
        await this.changing.execute(id, userInput(form), actor, about);
        return seeOther(`${USERS}/${id}`, 'gemt');
      },
      again: async (faults) => {
        const file = await this.desk.show(id, actor);
        return userView(file, actor.staffId, { typed, faults, demo: this.demoPeople });
      },
      at: atField,
    });
  }

  @Get(':id/luk')
  @LeaderPage()
  async askToClose(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<ShownPage | SeeOther> {
    const file = await this.desk.show(id, actor);
    return file.staff.active ? closeView(file) : seeOther(`${USERS}/${id}`);
  }

  @Post(':id/luk')
  @LeaderPage()
  close(
    @Id() id: string,
    @StaffVisit() { actor }: Visit,
    @FormBody() typed: Typed,
  ): Promise<SeeOther | ShownPage> {
    return submit(CloseForm, typed, {
      do: async ({ overtager, hvorfor: reason, note }) => {
        await this.disabling.execute(id, { takerId: overtager ?? null, reason, note: note ?? null }, actor);
        await this.endSessions.of({ kind: 'staff', municipalityId: actor.municipalityId, staffId: id });
        return seeOther(USERS, 'lukket');
      },
      again: async (faults) => closeView(await this.desk.show(id, actor), typed, faults),
      at: { 'staff.must-hand-over': 'overtager', 'staff.nobody-to-take-over': 'overtager' },
    });
  }

  @Post(':id/aabn')
  @LeaderPage()
  async open(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<SeeOther> {
    await this.enabling.execute(id, actor);
    return seeOther(`${USERS}/${id}`, 'aabnet');
  }
}
