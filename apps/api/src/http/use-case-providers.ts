import type { Provider, Type } from '@nestjs/common';
import { neededUseCases } from '#use-cases';

/**
 * The use cases that controllers ask for in their constructors, and those that these need in turn. There is no
 * list to forget a line in, and what only the worker uses is never made here.
 */
export function useCasesOf(controllers: readonly Type[]): Provider[] {
  const asked = controllers.flatMap(
    (controller) => (Reflect.getMetadata('design:paramtypes', controller) ?? []) as unknown[],
  );
  return [...neededUseCases(asked)].map((useCase) => ({
    provide: useCase,
    useFactory: (...dependencies: never[]) => new useCase(...dependencies),
    inject: [...useCase.needs],
  }));
}
