import type { LocalDate, RateTable } from '#domain';

/**
 * Dated reference rows of law, municipality and agreement, for whoever asks outside a transaction and for no
 * municipality, as the public calculator. Within one, `unit.rates(on)` reads the same rows.
 */
export abstract class Rates {
  abstract on(day: LocalDate): Promise<RateTable>;
  /** The Copenhagen day by the clock of the database. */
  abstract today(): Promise<LocalDate>;
}
