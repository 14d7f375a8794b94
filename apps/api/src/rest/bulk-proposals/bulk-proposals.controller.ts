import { Body, Get, Post } from '@nestjs/common';
import type { Actor } from '#domain';
import { PreviewBulkProposal, ShowBulkProposal, StartBulkProposal, UndoBulkProposal } from '#use-cases';
import { Calculates } from '../../http/idempotency.interceptor.js';
import { Area, Id, Operation } from '../../http/operation.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { BulkPreviewBody, BulkProposalBody } from './bulk-proposals.requests.js';
import {
  BulkPreviewResponse,
  BulkProposalResponse,
  toBulkPreview,
  toBulkProposal,
} from './bulk-proposals.responses.js';

@Area('bulk-proposals', 'Flere forslag på én gang')
export class BulkProposalsApiController {
  constructor(
    private readonly bulk: ShowBulkProposal,
    private readonly preview: PreviewBulkProposal,
    private readonly start: StartBulkProposal,
    private readonly undo: UndoBulkProposal,
  ) {}

  @Post('preview')
  @Roles(...STAFF)
  @Calculates()
  @Operation({
    summary: 'Hvem der ville blive spurgt hvordan, og hvem ikke og hvorfor',
    answer: BulkPreviewResponse,
    problems: ['bulk-proposal.nobody', 'bulk-proposal.too-many', 'access-log.unavailable'],
  })
  async look(@Body() { items }: BulkPreviewBody, @CurrentActor() actor: Actor): Promise<BulkPreviewResponse> {
    return toBulkPreview(await this.preview.execute(items, actor));
  }

  @Post()
  @Roles(...STAFF)
  @Operation({
    summary: 'Spørg flere borgere på én gang',
    description:
      'De første 30 sekunder er ingen spurgt, og alt kan fortrydes. Derefter spørges de en for en; hver har sit eget udfald, og ingen spørges to gange.',
    answer: BulkProposalResponse,
    status: 201,
    problems: ['bulk-proposal.nobody', 'bulk-proposal.too-many', 'access-log.unavailable'],
  })
  async post(
    @Body() { items }: BulkProposalBody,
    @CurrentActor() actor: Actor,
  ): Promise<BulkProposalResponse> {
    const { id } = await this.start.execute(items, actor);
    return this.show(id, actor);
  }

  @Get(':id')
  @Roles(...STAFF)
  @Operation({
    summary: 'Hvor langt det er, og hvad der skete med hver',
    answer: BulkProposalResponse,
    problems: ['bulk-proposal.not-found', 'access-log.unavailable'],
  })
  async show(@Id() id: string, @CurrentActor() actor: Actor): Promise<BulkProposalResponse> {
    return toBulkProposal(await this.bulk.execute(id, actor));
  }

  @Post(':id/undo')
  @Roles(...STAFF)
  @Operation({
    summary: 'Fortryd det hele, inden nogen er spurgt',
    answer: BulkProposalResponse,
    problems: ['bulk-proposal.not-found', 'bulk-proposal.too-late', 'access-log.unavailable'],
  })
  async takeBack(@Id() id: string, @CurrentActor() actor: Actor): Promise<BulkProposalResponse> {
    await this.undo.execute(id, actor);
    return this.show(id, actor);
  }
}
