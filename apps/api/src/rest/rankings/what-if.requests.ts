import type { Scope } from '#use-cases';
import { int, nested, oneOf, text, uuid } from '../../http/fields/index.js';
import { SmallJobChangeResponse } from './ranking-parts.js';

export class WhatIfBody {
  @nested(SmallJobChangeResponse, {
    description: 'Som til PATCH /small-jobs/{id}: kun det, der prøves anderledes. `demands` flettes.',
  })
  change!: SmallJobChangeResponse;
  @oneOf<Scope>(['mine', 'team', 'municipality'], {
    optional: true,
    example: 'municipality',
    description: 'Mine, Teamet eller Kommunen; Kommunen, når intet er sagt.',
  })
  scope: Scope = 'municipality';
  @int({ min: 1, max: 100, optional: true, example: 20, description: 'Så mange pladser vises.' })
  limit: number = 20;
}

export class WhyNotBody {
  @text({ min: 2, max: 100, example: 'Karin', description: 'En del af navnet er nok.' }) name!: string;
}

export class CompareQuery {
  @uuid() a!: string;
  @uuid({ example: '0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a2c' }) b!: string;
}
