import { brokerHandoverReasons, type BrokerHandoverReason, type Weekday } from '#domain';
import {
  email,
  int,
  list,
  localTime,
  nested,
  oneOf,
  partialOf,
  phone,
  text,
  uuid,
} from '../../http/fields/index.js';

export class ContactHoursBody {
  @list(int({ min: 1, max: 7, example: 1 }), { max: 7 }) weekdays!: Weekday[];
  @localTime({ example: '08:00' }) from!: string;
  @localTime({ example: '15:30' }) to!: string;
}

export class StaffBody {
  @text({ max: 200, example: 'Sofie Lauritsen' }) name!: string;
  @oneOf(['consultant', 'leader'], {
    description: 'Følger kommunens eget login, hver gang personen logger ind.',
  })
  role!: 'consultant' | 'leader';
  @email({
    nullable: true,
    description: 'Den, kommunens login bekræfter. Uden den kan personen ikke logge ind.',
  })
  email!: string | null;
  @phone({ nullable: true }) phone!: string | null;
  @uuid({ nullable: true }) teamId!: string | null;
  @uuid({ nullable: true, description: 'Hvem der tager over, når personen ikke svarer.' })
  deputyId!: string | null;
  @nested(ContactHoursBody) contactHours!: ContactHoursBody;
}

export class ChangeStaffBody extends partialOf(StaffBody) {}

export class DisableStaffBody {
  @uuid({
    nullable: true,
    description: 'Hvem der overtager borgere, job og opgaver; null, når der ingen er.',
  })
  takerId!: string | null;
  @oneOf(brokerHandoverReasons, { example: 'resigned' }) reason!: BrokerHandoverReason;
  @text({ max: 1000, multiline: true, nullable: true, example: 'Nyt arbejde i Horsens' }) note!:
    string | null;
}

export class TeamBody {
  @text({ max: 100, example: 'Team Vest' }) name!: string;
}
