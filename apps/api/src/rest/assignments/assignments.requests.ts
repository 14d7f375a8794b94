import { waitingWeightNames, type WaitingWeight } from '#use-cases';
import { int, listOf, oneOf, uuid } from '../../http/fields/index.js';

export class AssignmentPairBody {
  @uuid() smallJobId!: string;
  @uuid({ example: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a2c' }) citizenId!: string;
}

export class PreviewAssignmentBody {
  @listOf(AssignmentPairBody, {
    max: 1000,
    optional: true,
    description: 'Par, der skal være med i planen, også når kontaktpersonens mål er nået.',
  })
  keep?: AssignmentPairBody[];
  @listOf(AssignmentPairBody, { max: 1000, optional: true, description: 'Par, der ikke må være med.' })
  never?: AssignmentPairBody[];
  @int({
    min: 1,
    max: 10_000,
    example: 2,
    optional: true,
    nullable: true,
    description: 'Højst så mange nye borgere i ét firma.',
  })
  mostPerCompany?: number | null;
  @int({
    min: 0,
    max: 1000,
    example: 35,
    optional: true,
    nullable: true,
    description: 'Så mange borgere følger en kontaktperson højst; kommunens eget mål, når intet er sagt.',
  })
  target?: number | null;
  @oneOf(['mine', 'team', 'municipality'] as const, {
    optional: true,
    example: 'municipality',
    description: 'Hvis borgere planen er for; alle, når intet er sagt.',
  })
  scope?: 'mine' | 'team' | 'municipality';
  @oneOf<WaitingWeight>(waitingWeightNames, {
    optional: true,
    example: 'usual',
    description: 'Hvad en dags ventetid vejer: intet, som normalt, eller tre gange så meget.',
  })
  waiting?: WaitingWeight;
}
