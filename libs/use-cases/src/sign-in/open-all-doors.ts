import { plainEmail } from '#domain';
import { Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { openSignInDoor } from './sign-in-doors.js';

/**
 * Makes every address of a municipality lead to whom it belongs, once for each secret key: for rows that are older
 * than the sign-in, and after the key was replaced, when the hashes made with the old one lead nowhere.
 */
export class OpenAllDoors {
  static readonly needs = [Transactor, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly secrets: Secrets,
  ) {}

  async execute(municipalityId: string): Promise<void> {
    // Under the key itself, so that another key finds nothing here and does it again.
    const mark = this.secrets.addressHash(`all doors of ${municipalityId}`);
    if ((await this.transactor.lookUp('sign-in', mark)).length > 0) return;
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      await this.openAll(unit);
      await unit.enlist({ kind: 'sign-in', key: mark, subjectId: municipalityId, details: null });
    });
  }

  private async openAll(unit: UnitOfWork): Promise<void> {
    for (const { id, email, phone } of await unit.companyUsers.list({ active: true })) {
      for (const address of [email, phone])
        await openSignInDoor(unit, this.secrets, address, { id, who: 'company-user' });
    }
    for (const { id, email, phone } of await unit.citizens.list()) {
      for (const address of [email && plainEmail(email), phone])
        await openSignInDoor(unit, this.secrets, address, { id, who: 'citizen' });
    }
  }
}
