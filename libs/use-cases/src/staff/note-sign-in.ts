import type { Account } from '#domain';
import { Transactor } from '../ports/index.js';

/** Writes down when somebody of the staff signed in last: a leader closes what nobody uses. */
export class NoteSignIn {
  static readonly needs = [Transactor] as const;

  constructor(private readonly transactor: Transactor) {}

  /** Of others nothing is written down. */
  async execute(account: Account): Promise<void> {
    if (account.kind !== 'staff') return;
    const { municipalityId, staffId } = account;
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const staff = await unit.staff.lock(staffId);
      if (staff) await unit.staff.update({ ...staff, lastSignedInAt: await unit.now() });
    });
  }
}
