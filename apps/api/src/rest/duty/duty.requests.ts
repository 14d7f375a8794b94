import { flag, instant, localDate, uuid } from '../../http/fields/index.js';

export class DutyTurnBody {
  @uuid({ nullable: true, description: 'Null: på vagt for alle teams.' }) teamId!: string | null;
  @uuid({ description: 'Den, der har vagten. Skal have et telefonnummer.' }) staffId!: string;
  @instant({ example: '2026-12-05T08:00:00+01:00' }) from!: string;
  @instant({ example: '2026-12-05T20:00:00+01:00', description: 'Højst 31 dage senere.' }) to!: string;
}

export class DutySwapBody {
  @uuid({ description: 'Den kollega, der spørges.' }) toStaffId!: string;
  @uuid({ optional: true, nullable: true, description: 'Kollegaens vagt, man selv tager i stedet.' })
  returnTurnId?: string | null;
}

export class DutySwapAnswerBody {
  @flag({ description: 'Ja: vagtlisten ændres straks.' }) yes!: boolean;
}

export class LeaveBody {
  @uuid({ optional: true, description: 'Udeladt: en selv. Kun en leder skriver det for andre.' })
  staffId?: string;
  @uuid({ optional: true, description: 'Hvem der svarer imens. Udeladt: stedfortræderen.' })
  standInId?: string;
  @localDate({ example: '2026-12-21' }) from!: string;
  @localDate({ example: '2026-12-27', description: 'Til og med.' }) to!: string;
}
