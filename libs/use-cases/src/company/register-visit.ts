import type { Actor, CompanyVisit, LocalDate, Observation } from '#domain';
import { Ids, Transactor } from '../ports/index.js';
import { found } from '../wiring/permissions.js';

export interface VisitInput {
  on: LocalDate;
  observations: Omit<Observation, 'smallJobId'>[];
}

/** What a consultant noticed on a tour of the company: the beginning of most small jobs (R61). */
export class RegisterVisit {
  static readonly needs = [Transactor, Ids] as const;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  async execute(companyId: string, input: VisitInput, actor: Actor): Promise<CompanyVisit> {
    return this.transactor.inMunicipality(actor.municipalityId, async (unit) => {
      found(await unit.companies.find(companyId), 'company.not-found');
      const visit: CompanyVisit = {
        id: this.ids.next(),
        municipalityId: actor.municipalityId,
        companyId,
        on: input.on,
        observations: input.observations.map((observation) => ({ ...observation, smallJobId: null })),
        byStaffId: actor.staffId ?? null,
        createdAt: await unit.now(),
      };
      await unit.visits.insert(visit);
      return visit;
    });
  }
}
