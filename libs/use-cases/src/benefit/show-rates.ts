import {
  employerCost,
  hoursPerMonth,
  wageFloor,
  categories,
  findCategory,
  refuseUnless,
  type Category,
  type EmployerCost,
  type LocalDate,
  type RateTable,
  type WageFloor,
} from '#domain';
import { Rates } from '../ports/index.js';

export interface CategoryFloor {
  category: Category;
  on: LocalDate;
  /** Null when no agreement or no wage of that day is known. */
  floor: WageFloor | null;
  /** What an hour at the floor costs the employer; null without a floor. */
  cost: EmployerCost | null;
}

/** ATP depends on the hours of a month; without a number of hours a small job in the middle is meant. */
const ORDINARY_WEEK = 10;

export class ShowRates {
  static readonly needs = [Rates] as const;

  constructor(private readonly rates: Rates) {}

  /** What holds on a day, today when none is said. */
  async on(day?: LocalDate): Promise<RateTable> {
    return this.rates.on(day ?? (await this.rates.today()));
  }

  /** The lowest agreed wage of one category, or of each. @throws category.unknown */
  async wageFloors(asked: {
    category?: string;
    on?: LocalDate;
    hoursPerWeek?: number;
  }): Promise<CategoryFloor[]> {
    const only = asked.category === undefined ? undefined : findCategory(asked.category);
    refuseUnless(asked.category === undefined || only, 'category.unknown', { category: asked.category });
    const table = await this.on(asked.on);
    return (only ? [only] : categories).map((category) => {
      const floor = wageFloor(category.id, table) ?? null;
      const hours = hoursPerMonth(asked.hoursPerWeek ?? ORDINARY_WEEK);
      const cost =
        floor && employerCost({ wageOre: floor.ore, area: floor.area, hoursPerMonth: hours }, table);
      return { category, on: table.on, floor, cost };
    });
  }
}
