import { firstName, localTimeOf, timeInWords, type Temporal } from '#domain';
import { Transactor } from '../ports/index.js';
import { Correspondence, type Letter } from '../message/correspondence.js';

/** What stopped: messages and steps, or only the eyes that watch them. */
export interface Standstill {
  alarmId: string;
  what: 'messages' | 'watch';
  since: Temporal.Instant;
}

/** Leaders hear once an incident, on every way they have. What they read is true during it and after it. */
export class TellLeaders {
  static readonly needs = [Transactor, Correspondence] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly correspondence: Correspondence,
  ) {}

  async execute(municipalityId: string, { alarmId, what, since }: Standstill): Promise<void> {
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      for (const leader of await unit.staff.list({ role: 'leader', active: true })) {
        const letter: Letter<'work-stood-still'> = {
          template: 'work-stood-still',
          data: { contact: firstName(leader), what, time: timeInWords(localTimeOf(since)) },
          subjectId: alarmId,
          urgent: true,
        };
        await this.correspondence.toStaff(unit, leader, letter, 'sms');
        await this.correspondence.toStaff(unit, leader, letter, 'email');
      }
    });
  }
}
