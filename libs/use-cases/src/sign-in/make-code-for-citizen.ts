import { refuseUnless, SPOKEN_CODE_MINUTES, type Actor, type Temporal } from '#domain';
import { Ids, Secrets, SignInCodes, Transactor } from '../ports/index.js';
import { logShown } from '../records/log-shown.js';
import { found, refuseUnlessStaff } from '../wiring/permissions.js';

/** A code that the contact reads aloud, for whom an SMS is not private. It is typed with the number or the address. */
export class MakeCodeForCitizen {
  static readonly needs = [Transactor, Ids, Secrets, SignInCodes] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly secrets: Secrets,
    private readonly codes: SignInCodes,
  ) {}

  /**
   * Only for a person who is signed in: with a key of the staff a machine could become every citizen.
   * @throws not-allowed; citizen.no-sign-in-address: there would be nothing to type it with.
   */
  async execute(citizenId: string, actor: Actor): Promise<{ code: string; expiresAt: Temporal.Instant }> {
    refuseUnlessStaff(actor);
    refuseUnless(actor.signedInWith, 'not-allowed');
    const { municipalityId } = actor;
    await this.transactor.inMunicipality(municipalityId, async (unit) => {
      const { phone, email } = found(await unit.citizens.find(citizenId), 'citizen.not-found');
      refuseUnless(phone ?? email, 'citizen.no-sign-in-address');
      await logShown(unit, actor, [citizenId], 'citizen.sign-in-code');
    });
    const id = this.ids.next();
    const expiresAt = await this.codes.keepSpoken({ id, municipalityId, citizenId }, SPOKEN_CODE_MINUTES);
    return { code: this.secrets.oneTimeCode(id), expiresAt };
  }
}
