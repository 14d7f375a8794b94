import { Body, Delete, Get, Post, Put } from '@nestjs/common';
import { Temporal, type Actor } from '#domain';
import { DutyDesk, KeepDutyList, SwapDuty, type TurnInput } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { DutySwapAnswerBody, DutySwapBody, DutyTurnBody } from './duty.requests.js';
import {
  DutyListResponse,
  DutySwapResponse,
  DutyTurnResponse,
  toDutyList,
  toSwap,
  toTurn,
} from './duty.responses.js';

const refusals = [
  'duty.times-invalid',
  'duty.over',
  'duty.not-reachable',
  'duty.overlaps',
  'staff.not-found',
  'team.not-found',
] as const;

@Area('duty', 'Vagtliste')
export class DutyController {
  constructor(
    private readonly desk: DutyDesk,
    private readonly list: KeepDutyList,
    private readonly swaps: SwapDuty,
  ) {}

  @Get()
  @Roles(...STAFF)
  @Operation({
    summary: 'Hvem der er på vagt hvornår, og hvor ingen er',
    description: 'De næste otte uger, med huller, bytter der venter, fravær og de seneste ændringer.',
    answer: DutyListResponse,
  })
  async show(@CurrentActor() actor: Actor): Promise<DutyListResponse> {
    return toDutyList(await this.desk.show(actor));
  }

  @Post()
  @Roles('leader')
  @Operation({
    summary: 'Sæt en på vagtlisten',
    description: 'Én ad gangen for hvert team. Vagten gælder fra og med `from` og indtil `to`.',
    answer: DutyTurnResponse,
    status: 201,
    problems: [...refusals],
  })
  async add(@Body() body: DutyTurnBody, @CurrentActor() actor: Actor): Promise<DutyTurnResponse> {
    return toTurn(await this.list.add(inputOf(body), actor));
  }

  @Put(':id')
  @Roles('leader')
  @Operation({
    summary: 'Ret en vagt på listen',
    description: 'Et bytte, der venter på svar, falder bort.',
    answer: DutyTurnResponse,
    problems: [...refusals, 'duty.not-found'],
  })
  async change(
    @Id() id: string,
    @Body() body: DutyTurnBody,
    @CurrentActor() actor: Actor,
  ): Promise<DutyTurnResponse> {
    return toTurn(await this.list.change(id, inputOf(body), actor));
  }

  @Delete(':id')
  @Roles('leader')
  @Operation({ summary: 'Tag en vagt af listen', problems: ['duty.not-found'] })
  async remove(@Id() id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.list.remove(id, actor);
  }

  @Post(':id/swap')
  @Roles(...STAFF)
  @Operation({
    summary: 'Spørg en kollega, om I kan bytte',
    description: 'Kun den, der har vagten. Listen ændres først, når kollegaen siger ja.',
    answer: DutySwapResponse,
    problems: [
      'duty.not-found',
      'duty.over',
      'duty.not-reachable',
      'duty.swap-not-yours',
      'duty.swap-same-person',
      'staff.not-found',
    ],
  })
  async ask(
    @Id() id: string,
    @Body() { toStaffId, returnTurnId = null }: DutySwapBody,
    @CurrentActor() actor: Actor,
  ): Promise<DutySwapResponse> {
    return toSwap(await this.swaps.ask({ turnId: id, toStaffId, returnTurnId }, actor));
  }

  @Post('swaps/:id/answer')
  @Roles(...STAFF)
  @Operation({
    summary: 'Svar på et bytte',
    answer: DutySwapResponse,
    problems: [
      'duty.swap-not-found',
      'duty.swap-not-yours',
      'duty.swap-answered',
      'duty.not-found',
      'duty.over',
      'duty.not-reachable',
    ],
  })
  async answer(
    @Id() id: string,
    @Body() { yes }: DutySwapAnswerBody,
    @CurrentActor() actor: Actor,
  ): Promise<DutySwapResponse> {
    return toSwap(await this.swaps.answer(id, yes, actor));
  }

  @Post('swaps/:id/take-back')
  @Roles(...STAFF)
  @Operation({
    summary: 'Tag et spørgsmål om bytte tilbage',
    answer: DutySwapResponse,
    problems: ['duty.swap-not-found', 'duty.swap-not-yours', 'duty.swap-answered'],
  })
  async takeBack(@Id() id: string, @CurrentActor() actor: Actor): Promise<DutySwapResponse> {
    return toSwap(await this.swaps.takeBack(id, actor));
  }
}

const inputOf = ({ teamId, staffId, from, to }: DutyTurnBody): TurnInput => ({
  teamId,
  staffId,
  from: Temporal.Instant.from(from),
  to: Temporal.Instant.from(to),
});
