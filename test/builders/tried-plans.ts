import { NO_CONTACT, type AssignmentProblem, type CompanyBounds } from '#matching';

/** The best that any plan reaches, and the most seats with it; by trying them all. For a few citizens only. */
export function tried(
  { citizens, from, citizen, value, counts, contact, ...most }: AssignmentProblem,
  bounds?: CompanyBounds,
): [objective: number, filled: number] {
  const left = { seats: [...most.seats], room: [...most.room], company: [...(bounds?.most ?? [])] };
  const offers = Array.from({ length: citizens }, (): { job: number; pair: number }[] => []);
  left.seats.forEach((_, job) => {
    for (let pair = from[job]!; pair < from[job + 1]!; pair += 1) offers[citizen[pair]!]!.push({ job, pair });
  });
  let best: [number, number] = [0, 0];
  const decide = (who: number, points: number, filled: number): void => {
    if (who === citizens) {
      if (points > best[0] || (points === best[0] && filled > best[1])) best = [points, filled];
      return;
    }
    decide(who + 1, points, filled);
    for (const { job, pair } of offers[who]!) {
      const places = contact[job] === NO_CONTACT ? 0 : counts[pair]!;
      const isFull = left.seats[job] === 0 || (places === 1 && left.room[contact[job]!] === 0);
      if (isFull || (bounds && left.company[bounds.company[job]!] === 0)) continue;
      const take = (one: number): void => {
        left.seats[job]! -= one;
        if (places === 1) left.room[contact[job]!]! -= one;
        if (bounds) left.company[bounds.company[job]!]! -= one;
      };
      take(1);
      decide(who + 1, points + value[pair]!, filled + 1);
      take(-1);
    }
  };
  decide(0, 0, 0);
  return best;
}
