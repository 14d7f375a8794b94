import { Body, Get, Post } from '@nestjs/common';
import { ladderNames, refuseUnless, type Actor, type LadderName } from '#domain';
import { ChangeLadder, LadderDesk } from '#use-cases';
import { int } from '../../http/fields/index.js';
import { Area, Name, Operation } from '../../http/operation.js';
import { Listed } from '../../http/page.js';
import { CurrentActor, Roles } from '../../http/roles.js';
import { LadderBody } from './ladders.requests.js';
import { LadderVersionResponse, toLadder, toLadderVersion } from './ladders.responses.js';

class RestoreLadderBody {
  @int({ min: 0, max: 1_000_000, example: 3, description: '0 er standarden.' }) version!: number;
}

@Area('ladders', 'Trapper')
export class LadderVersionsController {
  constructor(
    private readonly desk: LadderDesk,
    private readonly changing: ChangeLadder,
  ) {}

  @Get(':name/versions')
  @Roles('leader')
  @Operation({
    summary: 'Alle udgaver af en trappe, den nyeste først',
    answer: Listed(LadderVersionResponse),
    problems: ['ladder.not-found'],
  })
  async list(
    @Name('name', 'not-here') name: string,
    @CurrentActor() actor: Actor,
  ): Promise<{ items: LadderVersionResponse[] }> {
    const { versions } = await this.desk.show(known(name), actor);
    return { items: versions.map(toLadderVersion) };
  }

  @Post(':name/restore')
  @Roles('leader')
  @Operation({
    summary: 'Tag en tidligere udgave tilbage, som en ny udgave',
    answer: LadderBody,
    problems: ['ladder.not-found', 'ladder.version-not-found', 'ladder.step-unreachable'],
  })
  async restore(
    @Name('name', 'not-here') name: string,
    @Body() { version }: RestoreLadderBody,
    @CurrentActor() actor: Actor,
  ): Promise<LadderBody> {
    return toLadder((await this.changing.restore(known(name), version, actor)).definition);
  }
}

function known(name: string): LadderName {
  const ladder = ladderNames.find((one) => one === name);
  refuseUnless(ladder, 'ladder.not-found');
  return ladder;
}
