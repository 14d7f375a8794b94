import { metresBetween, type Citizen, type SmallJob, type TravelMode } from '#domain';
import { standardRules, tripWithinReach } from '#matching';

const words: Record<'da' | 'en', Record<TravelMode, string>> = {
  da: { walk: 'til fods', bike: 'på cykel', bus: 'med bus', car: 'i bil' },
  en: { walk: 'on foot', bike: 'by bike', bus: 'by bus', car: 'by car' },
};

/** "14 min. på cykel", by the same model as the ranking; empty when no mode reaches it. */
export function smallJobTrip(smallJob: SmallJob, citizen: Citizen): string {
  const metres = metresBetween(citizen.position, smallJob.workplace.position);
  const trip = tripWithinReach(metres, citizen.reach, standardRules.travel);
  return trip ? `${trip.minutes} min. ${words[citizen.language][trip.mode]}` : '';
}
