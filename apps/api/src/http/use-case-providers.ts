import type { Provider, Type } from '@nestjs/common';

/** A use case says in `needs` what its constructor takes, in order; ports are abstract classes without it. */
interface UseCase {
  readonly needs: readonly Token[];
  new (...dependencies: never[]): object;
}
type Token = abstract new (...args: never[]) => unknown;

/**
 * The use cases that controllers ask for in their constructors, and those that these need in turn. There is no
 * list to forget a line in, and what only the worker uses is never made here.
 */
export function useCasesOf(controllers: readonly Type[]): Provider[] {
  const found = new Set<UseCase>();
  for (const controller of controllers) {
    collect((Reflect.getMetadata('design:paramtypes', controller) ?? []) as Token[], found);
  }
  return [...found].map((useCase) => ({
    provide: useCase,
    useFactory: (...dependencies: never[]) => new useCase(...dependencies),
    inject: [...useCase.needs],
  }));
}

function collect(tokens: readonly Token[], found: Set<UseCase>): void {
  for (const token of tokens) {
    if (!isUseCase(token) || found.has(token)) continue;
    found.add(token);
    collect(token.needs, found);
  }
}

const isUseCase = (token: Token): token is UseCase & Token =>
  typeof token === 'function' && Array.isArray((token as Partial<UseCase>).needs);
