import { Controller, Post } from '@nestjs/common';
import { addDays, localDateOf, Temporal } from '#domain';
import {
  CorrectNumber,
  CoverContact,
  ExtendOffer,
  HandOverContact,
  PostponeTask,
  RecordAttendance,
  RemindCompany,
  ReopenTask,
  SayMessageArrived,
  SendAgain,
  ShiftRecords,
  ShowCase,
  ShowDesk,
  TaskRecords,
} from '#use-cases';
import { email, instant, oneOf, phone, text } from '../../../http/fields/index.js';
import { Id } from '../../../http/operation.js';
import { FormBody, readForm, tick, typedText, type Typed } from '../../frame/form/index.js';
import type { SeeOther, ShownPage } from '../../frame/page.js';
import { handoverReasons } from '../jobs/contact-view.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import { tapped } from './tapped.js';
import { doneCode } from './undo.js';

type Tapped = Promise<SeeOther | ShownPage>;

const HASTER = '/kommune/haster';
const LATER = { hours: 1 };
/** Today and so many days more: time to find out who follows the citizens from now on. */
export const COVER_DAYS = 6;

class DoneForm {
  @text({ max: 2000, example: 'Vi talte sammen' }) udfald!: string;
}

class ExtendForm {
  @instant() til!: string;
}

class PhoneForm {
  @phone() til!: string;
  @tick() igen!: boolean;
}

class TakeOverForm {
  @oneOf(handoverReasons) hvorfor!: (typeof handoverReasons)[number];
}

class EmailForm {
  @email() til!: string;
  @tick() igen!: boolean;
}

/** One tap on a row of *Haster nu*: each ends what the row is about, or moves it on. */
@Controller('kommune/haster')
export class UrgentActsController {
  constructor(
    readonly desk: ShowDesk,
    readonly cases: ShowCase,
    private readonly tasks: TaskRecords,
    private readonly postpone: PostponeTask,
    private readonly reopen: ReopenTask,
    private readonly arrived: SayMessageArrived,
    private readonly sendAgain: SendAgain,
    private readonly correct: CorrectNumber,
    private readonly extend: ExtendOffer,
    private readonly remind: RemindCompany,
    private readonly shifts: ShiftRecords,
    private readonly attendance: RecordAttendance,
    private readonly handOver: HandOverContact,
    private readonly coverContact: CoverContact,
  ) {}

  @Post('opgaver/:id/gjort')
  @StaffPage()
  done(@Id() id: string, @FormBody() typed: Typed, @StaffVisit() visit: Visit): Tapped {
    return this.tap(`opgaver/${id}/gjort`, `task:${id}`, typed, visit, async () => {
      await this.tasks.finish(id, readForm(DoneForm, typed).udfald, visit.actor);
      return doneCode(id);
    });
  }

  @Post('opgaver/:id/fortryd')
  @StaffPage()
  undo(@Id() id: string, @FormBody() typed: Typed, @StaffVisit() visit: Visit): Tapped {
    return this.tap(`opgaver/${id}/fortryd`, `task:${id}`, typed, visit, async () => {
      await this.reopen.execute(id, visit.actor);
      return 'igen-aaben';
    });
  }

  @Post('opgaver/:id/senere')
  @StaffPage()
  later(@Id() id: string, @FormBody() typed: Typed, @StaffVisit() visit: Visit): Tapped {
    return this.tap(`opgaver/${id}/senere`, `task:${id}`, typed, visit, async () => {
      await this.postpone.execute(id, Temporal.Now.instant().add(LATER), visit.actor);
      return 'om-lidt';
    });
  }

  @Post('beskeder/:id/kom-frem')
  @StaffPage()
  cameThrough(@Id() id: string, @FormBody() typed: Typed, @StaffVisit() visit: Visit): Tapped {
    return this.tap(`beskeder/${id}/kom-frem`, `message:${id}`, typed, visit, async () => {
      await this.arrived.execute(id, visit.actor);
      return 'kom-frem';
    });
  }

  @Post('beskeder/:id/send-igen')
  @StaffPage()
  again(@Id() id: string, @FormBody() typed: Typed, @StaffVisit() visit: Visit): Tapped {
    return this.tap(`beskeder/${id}/send-igen`, `message:${id}`, typed, visit, async () => {
      await this.sendAgain.execute(id, visit.actor);
      return 'sendt-igen';
    });
  }

  @Post('beskeder/:id/ret')
  @StaffPage()
  rightNumber(@Id() id: string, @FormBody() typed: Typed, @StaffVisit() visit: Visit): Tapped {
    return this.tap(`beskeder/${id}/ret`, `message:${id}`, typed, visit, async () => {
      const isEmail = typedText(typed, 'til').includes('@');
      const { til: to, igen: sendAgain } = isEmail ? readForm(EmailForm, typed) : readForm(PhoneForm, typed);
      await this.correct.execute(id, { to, sendAgain }, visit.actor);
      return sendAgain ? 'rettet-og-sendt' : 'rettet';
    });
  }

  @Post('tilbud/:id/forlaeng')
  @StaffPage()
  moreTime(@Id() id: string, @FormBody() typed: Typed, @StaffVisit() visit: Visit): Tapped {
    return this.tap(`tilbud/${id}/forlaeng`, `offer:${id}`, typed, visit, async () => {
      const until = Temporal.Instant.from(readForm(ExtendForm, typed).til);
      await this.extend.execute(id, { until, tellCitizen: true }, visit.actor);
      return 'forlaenget';
    });
  }

  @Post('forslag/:id/mind-om')
  @StaffPage()
  remindCompany(@Id() id: string, @FormBody() typed: Typed, @StaffVisit() visit: Visit): Tapped {
    return this.tap(`forslag/${id}/mind-om`, `match:${id}`, typed, visit, async () => {
      await this.remind.execute(id, visit.actor);
      return 'mindet-om';
    });
  }

  /** Somebody has asked, and the shift was as it was planned. */
  @Post('vagter/:id/som-planlagt')
  @StaffPage()
  asPlanned(@Id() id: string, @FormBody() typed: Typed, @StaffVisit() visit: Visit): Tapped {
    return this.tap(`vagter/${id}/som-planlagt`, `shift:${id}`, typed, visit, async () => {
      const { shift } = await this.shifts.show(id, visit.actor);
      const times = { arrived: shift.startsAt.toString(), left: shift.endsAt.toString() };
      await this.attendance.execute(id, times, visit.actor);
      return 'tilstede';
    });
  }

  @Post('job/:id/tag')
  @StaffPage()
  takeJob(@Id() id: string, @FormBody() typed: Typed, @StaffVisit() visit: Visit): Tapped {
    return this.tap(`job/${id}/tag`, `small-job:${id}`, typed, visit, async () => {
      const { hvorfor: reason } = readForm(TakeOverForm, typed);
      const toId = visit.actor.staffId;
      await this.handOver.execute(id, { toId, reason, note: null }, visit.actor);
      return 'overtaget';
    });
  }

  /** Answering for some days is no change of contact: the fixed one stays the same (practice). */
  @Post('job/:id/daek')
  @StaffPage()
  coverJob(@Id() id: string, @FormBody() typed: Typed, @StaffVisit() visit: Visit): Tapped {
    return this.tap(`job/${id}/daek`, `small-job:${id}`, typed, visit, async () => {
      const from = localDateOf(Temporal.Now.instant());
      const days = { byId: visit.actor.staffId, from, to: addDays(from, COVER_DAYS) };
      await this.coverContact.execute(id, days, visit.actor);
      return 'daekket';
    });
  }

  private tap(
    action: string,
    about: string,
    typed: Typed,
    { actor }: Visit,
    act: () => Promise<string>,
  ): Tapped {
    return tapped(this, { typed, actor, action: `${HASTER}/${action}`, about }, act);
  }
}
