import { Controller, Get, Post } from '@nestjs/common';
import { instantOf, localDateOf, localTimeOf, Temporal } from '#domain';
import { BeBusy } from '#use-cases';
import { oneOf, uuid } from '../../../http/fields/index.js';
import {
  clockTime,
  FormBody,
  noFaults,
  press,
  submit,
  type Faults,
  type Typed,
} from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { busyView } from './busy-view.js';
import { DESK } from './desk-address.js';

const lengths = ['15', '30', '60', 'kl'] as const;

class BusyForm {
  @oneOf(lengths) laengde!: (typeof lengths)[number];
  @clockTime({ optional: true, example: '10:30' }) klokken?: string;
  @uuid({ optional: true }) kollega?: string;
}

/** *Optaget til*: a colleague takes what comes meanwhile. */
@Controller('kommune/optaget')
export class BusyController {
  constructor(private readonly busy: BeBusy) {}

  @Get()
  @StaffPage()
  ask(@StaffVisit() visit: Visit): Promise<ShownPage> {
    return this.page(visit);
  }

  @Post()
  @StaffPage()
  begin(@FormBody() typed: Typed, @StaffVisit() visit: Visit): Promise<SeeOther | ShownPage> {
    return submit(BusyForm, typed, {
      do: async ({ laengde, klokken, kollega }) => {
        const until =
          laengde === 'kl' ? at(klokken) : Temporal.Now.instant().add({ minutes: Number(laengde) });
        await this.busy.execute({ until, ...(kollega && { deputyId: kollega }) }, visit.actor);
        return seeOther(DESK, 'optaget');
      },
      again: (faults) => this.page(visit, typed, faults),
      at: {
        'staff.busy-until-invalid': typed['laengde'] === 'kl' ? 'klokken' : 'laengde',
        'staff.no-stand-in': 'kollega',
      },
    });
  }

  @Post('slut')
  @StaffPage()
  end(@StaffVisit() visit: Visit): Promise<SeeOther | ShownPage> {
    return press({
      do: async () => {
        await this.busy.end(visit.actor);
        return seeOther(DESK, 'tilbage');
      },
      again: (faults) => this.page(visit, {}, faults),
    });
  }

  private async page(visit: Visit, typed: Typed = {}, faults: Faults = noFaults): Promise<ShownPage> {
    return busyView(await this.busy.choices(visit.actor), typed, faults);
  }
}

/** A time of today; one that has passed, or none at all, is refused as any other that does not lie ahead. */
function at(time: string | undefined): Temporal.Instant {
  const now = Temporal.Now.instant();
  return instantOf(localDateOf(now), time ?? localTimeOf(now));
}
