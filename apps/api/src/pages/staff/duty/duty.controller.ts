import { Controller, Get, Post, Req } from '@nestjs/common';
import { instantOf, type Actor } from '#domain';
import { DutyDesk, KeepDutyList, SwapDuty, TakeLeave } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { oneOf, uuid } from '../../../http/fields/index.js';
import { Id } from '../../../http/operation.js';
import { wishId } from '../../../http/wish-id.js';
import { clockTime, day, FormBody, press, submit, type Faults, type Typed } from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { LeaderPage, StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { DUTY, dutyView, type DutyFormName } from './duty-view.js';

class TurnForm {
  @uuid() hvem!: string;
  @uuid({ optional: true }) team?: string;
  @day() fraDag!: string;
  @clockTime({ example: '16:00' }) fraKl!: string;
  @day() tilDag!: string;
  @clockTime({ example: '20:00' }) tilKl!: string;
}

class SwapForm {
  @uuid() vagt!: string;
  @uuid() kollega!: string;
  @uuid({ optional: true }) retur?: string;
}

class AnswerForm {
  @oneOf(['ja', 'nej'] as const, { example: 'ja' }) svar!: 'ja' | 'nej';
}

class LeaveForm {
  @uuid({ optional: true }) person?: string;
  @day() fra!: string;
  @day() tilOgMed!: string;
  @uuid({ optional: true }) svarer?: string;
}

/** The duty list: everybody sees it, leaders keep it, and two people swap between themselves. */
@Controller('kommune/vagtliste')
export class DutyPagesController {
  constructor(
    private readonly desk: DutyDesk,
    private readonly list: KeepDutyList,
    private readonly swaps: SwapDuty,
    private readonly leave: TakeLeave,
  ) {}

  @Get()
  @StaffPage()
  show(@StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return this.page(actor);
  }

  @Post()
  @LeaderPage()
  add(
    @StaffVisit() { actor }: Visit,
    @FormBody() typed: Typed,
    @Req() { once }: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return submit(TurnForm, typed, {
      do: async ({ hvem, team, fraDag, fraKl, tilDag, tilKl }) => {
        const times = { from: instantOf(fraDag, fraKl), to: instantOf(tilDag, tilKl) };
        await this.list.add({ staffId: hvem, teamId: team ?? null, ...times }, actor, wishId(actor, once));
        return seeOther(DUTY, 'gemt');
      },
      again: (faults) => this.page(actor, 'ny', typed, faults),
      at: {
        'duty.times-invalid': 'tilDag',
        'duty.over': 'tilDag',
        'duty.overlaps': 'fraDag',
        'duty.not-reachable': 'hvem',
      },
    });
  }

  @Post('bytte')
  @StaffPage()
  ask(@StaffVisit() { actor }: Visit, @FormBody() typed: Typed): Promise<SeeOther | ShownPage> {
    return submit(SwapForm, typed, {
      do: async ({ vagt, kollega, retur }) => {
        await this.swaps.ask({ turnId: vagt, toStaffId: kollega, returnTurnId: retur ?? null }, actor);
        return seeOther(DUTY, 'spurgt');
      },
      again: (faults) => this.page(actor, 'byt', typed, faults),
      at: {
        'duty.swap-same-person': 'kollega',
        'duty.not-reachable': 'kollega',
        'duty.swap-not-yours': 'retur',
        'duty.not-found': 'vagt',
        'duty.over': 'vagt',
      },
    });
  }

  @Post('bytte/:id')
  @StaffPage()
  answer(
    @Id() id: string,
    @StaffVisit() { actor }: Visit,
    @FormBody() typed: Typed,
  ): Promise<SeeOther | ShownPage> {
    return submit(AnswerForm, typed, {
      do: async ({ svar }) => {
        await this.swaps.answer(id, svar === 'ja', actor);
        return seeOther(DUTY, svar === 'ja' ? 'byttet' : 'nej');
      },
      again: (faults) => this.page(actor, 'byt', {}, faults),
    });
  }

  @Post('bytte/:id/fortryd')
  @StaffPage()
  takeBack(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<SeeOther | ShownPage> {
    return press({
      do: async () => {
        await this.swaps.takeBack(id, actor);
        return seeOther(DUTY, 'taget-tilbage');
      },
      again: (faults) => this.page(actor, 'byt', {}, faults),
    });
  }

  @Post('vaek')
  @StaffPage()
  away(@StaffVisit() { actor }: Visit, @FormBody() typed: Typed): Promise<SeeOther | ShownPage> {
    return submit(LeaveForm, typed, {
      do: async ({ person, fra, tilOgMed, svarer }) => {
        const who = { ...(person && { staffId: person }), ...(svarer && { standInId: svarer }) };
        await this.leave.execute({ ...who, from: fra, to: tilOgMed }, actor);
        return seeOther(DUTY, 'vaek');
      },
      again: (faults) => this.page(actor, 'vaek', typed, faults),
      at: {
        'leave.dates-invalid': 'tilOgMed',
        'leave.overlaps': 'fra',
        'leave.stand-in-away': 'svarer',
      },
    });
  }

  @Post('vaek/:id/her')
  @StaffPage()
  here(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<SeeOther | ShownPage> {
    return press({
      do: async () => {
        await this.leave.takeBack(id, actor);
        return seeOther(DUTY, 'her');
      },
      again: (faults) => this.page(actor, 'vaek', {}, faults),
    });
  }

  @Post(':id/fjern')
  @LeaderPage()
  remove(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<SeeOther | ShownPage> {
    return press({
      do: async () => {
        await this.list.remove(id, actor);
        return seeOther(DUTY, 'fjernet');
      },
      again: (faults) => this.page(actor, 'ny', {}, faults),
    });
  }

  private async page(
    actor: Actor & { staffId: string },
    form?: DutyFormName,
    typed: Typed = {},
    faults?: Faults,
  ): Promise<ShownPage> {
    return dutyView(await this.desk.show(actor), actor, form && faults && { form, typed, faults });
  }
}
