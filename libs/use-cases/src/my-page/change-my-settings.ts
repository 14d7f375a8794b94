import type { Actor, Citizen } from '#domain';
import { ChangeCitizen } from '../citizen/change-citizen.js';
import { refuseUnlessCitizen } from './own-record.js';

/** What a citizen decides alone: how close the contact is, when to be reminded, which language. */
export type MySettings = Partial<Pick<Citizen, 'contactLevel' | 'mondayReminder' | 'language'>>;

export class ChangeMySettings {
  static readonly needs = [ChangeCitizen] as const;

  constructor(private readonly changeCitizen: ChangeCitizen) {}

  async execute({ contactLevel, mondayReminder, language }: MySettings, actor: Actor): Promise<Citizen> {
    refuseUnlessCitizen(actor);
    const change = {
      ...(contactLevel && { contactLevel }),
      ...(mondayReminder && { mondayReminder }),
      ...(language && { language }),
    };
    return this.changeCitizen.execute(actor.citizenId, change, actor);
  }
}
