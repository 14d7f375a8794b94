import {
  bulkProposalItemStates,
  bulkProposalStates,
  isoWithOffset,
  leftOutReasons,
  type BulkProposalItemState,
  type BulkProposalState,
  type LeftOut,
} from '#domain';
import type { BulkPreview, BulkProposalShown } from '#use-cases';
import { instant, listOf, oneOf, slug, text, uuid } from '../../http/fields/index.js';

const ways = ['sms', 'email', 'task', 'broker'] as const;

export class BulkPreviewItemResponse {
  @uuid() smallJobId!: string;
  @uuid() citizenId!: string;
  @text({ max: 200, example: 'Jonas Prøvesen' }) name!: string;
  @oneOf(ways, { nullable: true, description: 'Hvordan borgeren spørges; null, når borgeren ikke spørges.' })
  by!: (typeof ways)[number] | null;
  @instant({ nullable: true, description: 'Hvornår beskeden går ud; senere i stille tid.' }) at!:
    string | null;
  @oneOf(leftOutReasons, { nullable: true }) leftOut!: LeftOut | null;
  @text({ max: 2000, nullable: true, example: 'starter for tidligt' }) about!: string | null;
}

export class BulkPreviewResponse {
  @listOf(BulkPreviewItemResponse) items!: BulkPreviewItemResponse[];
}

export class BulkItemResponse {
  @uuid() smallJobId!: string;
  @uuid() citizenId!: string;
  @oneOf(bulkProposalItemStates) state!: BulkProposalItemState;
  @uuid({ nullable: true }) matchId!: string | null;
  @slug({ nullable: true, example: 'in-play', description: 'Hvorfor borgeren ikke blev spurgt.' })
  problem!: string | null;
}

export class BulkProposalResponse {
  @uuid() id!: string;
  @oneOf(bulkProposalStates.states) state!: BulkProposalState;
  @uuid() byStaffId!: string;
  @instant({ description: 'Indtil da er ingen spurgt, og alt kan fortrydes.' }) sendsAt!: string;
  @instant() createdAt!: string;
  @instant({ nullable: true }) finishedAt!: string | null;
  @listOf(BulkItemResponse) items!: BulkItemResponse[];
}

export const toBulkPreview = ({ pairs }: BulkPreview): BulkPreviewResponse => ({
  items: pairs.map(({ smallJob, citizen, way, leftOut, about }) => ({
    smallJobId: smallJob.id,
    citizenId: citizen.id,
    name: citizen.name,
    by: way?.by ?? null,
    at: way && 'letter' in way ? isoWithOffset(way.at) : null,
    leftOut,
    about,
  })),
});

export const toBulkProposal = ({ bulk, items }: BulkProposalShown): BulkProposalResponse => ({
  id: bulk.id,
  state: bulk.state,
  byStaffId: bulk.byStaffId,
  sendsAt: isoWithOffset(bulk.sendsAt),
  createdAt: isoWithOffset(bulk.createdAt),
  finishedAt: bulk.finishedAt && isoWithOffset(bulk.finishedAt),
  items: items.map(({ item }) => ({
    smallJobId: item.smallJobId,
    citizenId: item.citizenId,
    state: item.state,
    matchId: item.matchId,
    problem: item.problem,
  })),
});
