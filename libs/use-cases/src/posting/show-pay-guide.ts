import {
  areaOf,
  DomainError,
  employerCost,
  hoursPerMonth,
  wageFloor,
  type EmployerCost,
  type LocalDate,
  type RateTable,
  type WageFloor,
} from '#domain';
import { Rates } from '../ports/index.js';

export interface PayGuide {
  /** Null when no agreement or no wage of that day is known: then nothing is said. */
  floor: WageFloor | null;
  /** One hour; null without a wage, or while the rates of that year are not loaded. */
  cost: EmployerCost | null;
}

export interface PayQuestion {
  category: string | undefined;
  wageOre: number | undefined;
  hoursPerWeek: number;
  /** The first day; today when it is not chosen. */
  on: LocalDate | undefined;
}

/** What stands beside the wage while one posts. It informs and stops nobody. */
export class ShowPayGuide {
  static readonly needs = [Rates] as const;

  constructor(private readonly rates: Rates) {}

  async execute({ category = '', wageOre, hoursPerWeek, on }: PayQuestion): Promise<PayGuide> {
    const table = await this.rates.on(on ?? (await this.rates.today()));
    const floor = wageFloor(category, table) ?? null;
    const area = areaOf(category)?.id ?? null;
    const cost =
      wageOre === undefined
        ? null
        : costOf({ wageOre, area, hoursPerMonth: hoursPerMonth(hoursPerWeek) }, table);
    return { floor, cost };
  }
}

function costOf(hour: Parameters<typeof employerCost>[0], table: RateTable): EmployerCost | null {
  try {
    return employerCost(hour, table);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'benefit.no-rates') return null;
    throw error;
  }
}
