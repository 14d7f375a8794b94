import { isStaff, type Actor, type Citizen, type CitizenBenefit, type RateGroup } from '#domain';
import { flag, localDate, money, text } from '../../http/fields/index.js';
import { rateGroup } from './benefit.requests.js';

/** What a consultant records so that the offer can say about how much more there will be. */
export class CitizenBenefitBody {
  @rateGroup() rate!: RateGroup;
  @money({ example: 1_334_500, description: 'Kontanthjælp før skat med tillæg, hele øre om måneden.' })
  benefitBeforeOre!: number;
  @flag({ optional: true, example: false, description: 'Medlem af folkekirken.' }) churchMember?: boolean;
  @money({ optional: true, example: 0, description: 'Rest af et socialt frikort i år, i hele øre.' })
  freeCardLeftOre?: number;
  @text({
    optional: true,
    example: 'Hanne Bro, ydelseskontoret',
    description: 'Hvem der har set på tallene.',
  })
  confirmedBy?: string;
  @localDate({ optional: true }) confirmedAt?: string;
}

/** Only the municipality's own staff reads it; fields that are not said are left out. */
export function toCitizenBenefit({ benefit }: Citizen, actor: Actor): CitizenBenefit | null {
  if (!benefit || !isStaff(actor)) return null;
  const { rate, benefitBeforeOre, churchMember, freeCardLeftOre, confirmedBy, confirmedAt } = benefit;
  return {
    rate,
    benefitBeforeOre,
    ...(churchMember !== undefined && { churchMember }),
    ...(freeCardLeftOre !== undefined && { freeCardLeftOre }),
    ...(confirmedBy !== undefined && { confirmedBy }),
    ...(confirmedAt !== undefined && { confirmedAt }),
  };
}
