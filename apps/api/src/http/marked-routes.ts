import { Injectable, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ACCESS } from './roles.js';

/**
 * Refuses to start with a route that does not say who may call it. The guard would refuse its callers anyway;
 * this way the forgotten line is found by the first test that starts the app.
 */
@Injectable()
export class MarkedRoutes implements OnModuleInit {
  private readonly methods = new MetadataScanner();

  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const unmarked = this.discovery
      .getControllers()
      .flatMap(({ metatype }) => this.unmarkedIn(metatype as Type));
    if (unmarked.length > 0) throw new Error(`Say @Roles(...) or @Public() on ${unmarked.join(', ')}`);
  }

  private unmarkedIn(type: Type): string[] {
    const { prototype } = type;
    return this.methods
      .getAllMethodNames(prototype)
      .filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name]!))
      .filter((name) => !Reflect.hasMetadata(ACCESS, prototype[name]!))
      .map((name) => `${type.name}.${name}`);
  }
}

interface Type {
  name: string;
  prototype: Record<string, object>;
}
