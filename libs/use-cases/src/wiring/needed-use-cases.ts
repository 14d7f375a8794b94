/** A use case says in `needs` what its constructor takes, in order; ports are abstract classes without it. */
export interface UseCaseClass {
  readonly needs: readonly Token[];
  new (...dependencies: never[]): object;
}
export type Token = abstract new (...args: never[]) => unknown;

/**
 * The use cases among `tokens`, and those that these need in turn: all that a framework has to know to make
 * them. There is no list to forget a line in, and what an app does not use is never made there.
 */
export function neededUseCases(
  tokens: readonly unknown[],
  found = new Set<UseCaseClass>(),
): Set<UseCaseClass> {
  for (const token of tokens) {
    if (!isUseCase(token) || found.has(token)) continue;
    found.add(token);
    neededUseCases(token.needs, found);
  }
  return found;
}

const isUseCase = (token: unknown): token is UseCaseClass & Token =>
  typeof token === 'function' && Array.isArray((token as Partial<UseCaseClass>).needs);
