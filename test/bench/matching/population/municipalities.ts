import type { Position } from '#domain';
import { distributions } from './distributions.js';
import { Random } from './random.js';
import { towns, type Town } from './towns.js';

/** Towns that share a town hall: the largest first. */
export interface Municipality {
  towns: readonly Town[];
  people: number;
}

const KM_PER_DEGREE = 111.2;
const kmPerDegreeOfLongitude = (lat: number): number => KM_PER_DEGREE * Math.cos((lat * Math.PI) / 180);

const nearness = (a: Town, b: Town): number =>
  ((a.lat - b.lat) * KM_PER_DEGREE) ** 2 + ((a.lon - b.lon) * kmPerDegreeOfLongitude(a.lat)) ** 2;

/** As many as Denmark has: its largest towns, and every smaller town with the nearest of them. */
export function municipalitiesOfDenmark(count = 98): Municipality[] {
  const seats = towns.slice(0, count);
  const grouped = new Map<Town, Town[]>(seats.map((seat) => [seat, [seat]]));
  for (const town of towns.slice(count)) {
    const seat = seats.reduce((best, next) => (nearness(town, next) < nearness(town, best) ? next : best));
    grouped.get(seat)!.push(town);
  }
  return seats.map((seat) => {
    const own = grouped.get(seat)!;
    return { towns: own, people: own.reduce((sum, { people }) => sum + people, 0) };
  });
}

/** Whole numbers in proportion to the weights that sum to the total (largest remainders). */
export function sharedOut(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const shares = exact.map(Math.floor);
  const left = total - shares.reduce((all, share) => all + share, 0);
  const next = exact.map((value, at) => ({ at, rest: value - Math.floor(value) }));
  next.sort((a, b) => b.rest - a.rest || a.at - b.at);
  for (const { at } of next.slice(0, left)) shares[at] = shares[at]! + 1;
  return shares;
}

const fiveDecimals = (degrees: number): number => Math.round(degrees * 100_000) / 100_000;

/** Somewhere in the municipality: by the towns' people, thick in the middle of a town, some in the country around. */
export function somewhereIn({ towns: own, people }: Municipality, rural: number, random: Random): Position {
  const { peoplePerSquareKm, ruralSpreadKm } = distributions.places;
  let left = random.unit() * people;
  const town = own.find((each) => (left -= each.people) < 0) ?? own[0]!;
  const spread = random.chance(rural)
    ? ruralSpreadKm
    : Math.sqrt(town.people / peoplePerSquareKm / Math.PI) / 1.6;
  return {
    lat: fiveDecimals(town.lat + (random.around() * spread) / KM_PER_DEGREE),
    lon: fiveDecimals(town.lon + (random.around() * spread) / kmPerDegreeOfLongitude(town.lat)),
  };
}
