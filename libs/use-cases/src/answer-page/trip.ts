import { metresBetween, travelModes, type Citizen, type SmallJob, type TravelMode } from '#domain';
import { standardRules, travelMinutes } from '#matching';

export interface TripToWork {
  mode: TravelMode;
  minutes: number;
}

/** How long it takes by each way that the citizen uses and that is not too far, by the model of the ranking. */
export function tripsToWork(smallJob: SmallJob, citizen: Citizen): TripToWork[] {
  const metres = metresBetween(citizen.position, smallJob.workplace.position);
  return travelModes
    .map((mode) => ({ mode, minutes: travelMinutes(metres, mode, standardRules.travel) }))
    .filter(({ mode, minutes }) => minutes <= (citizen.reach[mode] ?? -1))
    .sort((a, b) => a.minutes - b.minutes);
}
