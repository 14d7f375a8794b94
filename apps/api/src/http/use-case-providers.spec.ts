import 'reflect-metadata';
import { Controller } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { useCasesOf } from './use-case-providers.js';

abstract class Port {
  abstract now(): number;
}
class Inner {
  static readonly needs = [Port] as const;
  constructor(readonly port: Port) {}
}
class Outer {
  static readonly needs = [Inner, Port] as const;
  constructor(
    readonly inner: Inner,
    readonly port: Port,
  ) {}
}

@Controller()
class OuterController {
  constructor(
    readonly outer: Outer,
    readonly port: Port,
  ) {}
}

describe('useCasesOf', () => {
  it('finds what a controller asks for, and what that needs, and leaves ports to their adapters', () => {
    const providers = useCasesOf([OuterController]) as {
      provide: unknown;
      inject: unknown[];
      useFactory: (...args: unknown[]) => unknown;
    }[];
    expect(providers.map(({ provide, inject }) => [provide, inject])).toEqual([
      [Outer, [Inner, Port]],
      [Inner, [Port]],
    ]);
    const made = providers[0]!.useFactory('inner', 'port');
    expect(made).toBeInstanceOf(Outer);
    expect(made).toMatchObject({ inner: 'inner', port: 'port' });
  });
});
