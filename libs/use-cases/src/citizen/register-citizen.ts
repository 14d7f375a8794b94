import type { Actor, Citizen } from '#domain';
import { checkCitizen, plainEmail } from '#domain';
import { Ids, Secrets, Transactor, type UnitOfWork } from '../ports/index.js';
import { openSignInDoor } from '../sign-in/sign-in-doors.js';
import { found } from '../wiring/permissions.js';

type Defaulted = 'phone' | 'email' | 'address' | 'dream' | 'brokerId' | 'benefit';

export type CitizenInput = Pick<
  Citizen,
  | 'name'
  | 'preferredChannel'
  | 'position'
  | 'jobGoals'
  | 'hours'
  | 'windows'
  | 'reach'
  | 'limits'
  | 'danishLevel'
  | 'certificates'
  | 'ruledOutCompanyIds'
  | 'saidYes'
  | 'availableFrom'
> & { [K in Defaulted]?: NonNullable<Citizen[K]> } & Partial<
    Pick<
      Citizen,
      'sharedPhone' | 'protectedAddress' | 'contactLevel' | 'language' | 'needs' | 'mondayReminder'
    >
  > & { cpr?: string };

export class RegisterCitizen {
  static readonly needs = [Transactor, Ids, Secrets] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
    private readonly secrets: Secrets,
  ) {}

  /** The broker is the person who registers unless another is named. */
  async execute(input: CitizenInput, actor: Actor): Promise<Citizen> {
    return this.transactor.inMunicipality(actor.municipalityId, (unit) => this.within(unit, input, actor));
  }

  async within(unit: UnitOfWork, input: CitizenInput, actor: Actor): Promise<Citizen> {
    const { cpr, ...fields } = input;
    const citizen: Citizen = {
      ...fields,
      id: this.ids.next(),
      municipalityId: actor.municipalityId,
      phone: input.phone ?? null,
      email: input.email ?? null,
      address: input.address ?? null,
      dream: input.dream ?? null,
      sharedPhone: input.sharedPhone ?? false,
      protectedAddress: input.protectedAddress ?? false,
      contactLevel: input.contactLevel ?? 'normal',
      language: input.language ?? 'da',
      needs: input.needs ?? [],
      mondayReminder: input.mondayReminder ?? 'sunday',
      brokerId: input.brokerId ?? actor.staffId ?? null,
      placementUsedCompanyIds: [],
      triedJobs: [],
      cprSealed: cpr ? this.secrets.seal(cpr) : null,
      phoneVerifiedAt: null,
      waitingSince: await unit.now(),
      benefit: input.benefit ?? null,
    };
    checkCitizen(citizen);
    if (citizen.brokerId) found(await unit.staff.find(citizen.brokerId), 'staff.not-found');
    await unit.citizens.insert(citizen);
    await enlistPhone(unit, this.secrets, citizen);
    await openCitizensDoors(unit, this.secrets, citizen);
    await unit.record({ type: 'CitizenRegistered', citizenId: citizen.id }, actor);
    return citizen;
  }
}

/** Lets an SMS from this number find the citizen, by a keyed hash. */
export async function enlistPhone(unit: UnitOfWork, secrets: Secrets, citizen: Citizen): Promise<void> {
  if (!citizen.phone) return;
  const key = secrets.phoneHash(citizen.phone);
  await unit.enlist({ kind: 'phone', key, subjectId: citizen.id, details: { who: 'citizen' } });
}

/** Lets a sign-in find the citizen by number or address. */
export async function openCitizensDoors(unit: UnitOfWork, secrets: Secrets, citizen: Citizen): Promise<void> {
  for (const address of [citizen.phone, citizen.email && plainEmail(citizen.email)])
    await openSignInDoor(unit, secrets, address, { id: citizen.id, who: 'citizen' });
}

/** A number that was given up speaks for nobody any more: it may belong to somebody else tomorrow. */
export async function strikePhone(
  unit: UnitOfWork,
  secrets: Secrets,
  phone: string | null,
  subject: { id: string; who: 'citizen' | 'company' },
): Promise<void> {
  if (!phone) return;
  const { id: subjectId, who } = subject;
  const key = secrets.phoneHash(phone);
  await unit.enlist({ kind: 'phone', key, subjectId, details: { who }, expiresAt: await unit.now() });
}
