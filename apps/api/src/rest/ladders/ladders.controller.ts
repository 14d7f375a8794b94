import { Body, Get, Put } from '@nestjs/common';
import { defaultLadders, ladderNames, refuseUnless, type Actor, type LadderName } from '#domain';
import { ChangeLadder, LadderRecords } from '#use-cases';
import { Area, Name, Operation } from '../../http/operation.js';
import { Listed } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { ShapeError } from '../../http/shape-error.js';
import { LadderBody } from './ladders.requests.js';
import { NamedLadderResponse, toLadder, toNamedLadder } from './ladders.responses.js';

@Area('ladders', 'Trapper')
export class LaddersController {
  constructor(
    private readonly records: LadderRecords,
    private readonly changing: ChangeLadder,
  ) {}

  @Get()
  @Roles(...STAFF)
  @Operation({ summary: 'Kommunens to trapper', answer: Listed(NamedLadderResponse) })
  async list(@CurrentActor() actor: Actor): Promise<{ items: NamedLadderResponse[] }> {
    const ladders = await this.records.list(actor);
    return { items: ladderNames.map((name) => toNamedLadder(name, ladders[name])) };
  }

  @Get(':name')
  @Roles(...STAFF)
  @Operation({
    summary: 'En trappe, som PUT tager imod den',
    answer: LadderBody,
    problems: ['ladder.not-found'],
  })
  async show(@Name('name', 'not-here') name: string, @CurrentActor() actor: Actor): Promise<LadderBody> {
    return toLadder(await this.records.show(known(name), actor));
  }

  @Put(':name')
  @Roles('leader')
  @Operation({
    summary: 'Lav trappen om; sager, der er i gang, beholder deres egen',
    answer: LadderBody,
    problems: [
      'ladder.not-found',
      'ladder.no-steps',
      'ladder.step-unreachable',
      'ladder.steps-out-of-order',
      'ladder.must-end-with-a-person',
      'ladder.hours-invalid',
      'ladder.repeat-invalid',
    ],
  })
  async change(
    @Name('name', 'not-here') name: string,
    @Body() body: LadderBody,
    @CurrentActor() actor: Actor,
  ): Promise<LadderBody> {
    const ladder = known(name);
    refuseOtherTrigger(ladder, body);
    const { definition } = await this.changing.execute(ladder, toLadder(body), actor);
    return toLadder(definition);
  }
}

function known(name: string): LadderName {
  const ladder = ladderNames.find((one) => one === name);
  refuseUnless(ladder, 'ladder.not-found');
  return ladder;
}

/** When a ladder begins is what its name says; a leader decides the rest. */
function refuseOtherTrigger(name: LadderName, { trigger }: LadderBody): void {
  const { on } = defaultLadders[name].trigger;
  if (trigger.on === on) return;
  throw new ShapeError([{ path: 'trigger.on', text: { da: `skal være ${on}`, en: `must be ${on}` } }]);
}
