import { Get, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { AgreementList, CompanyList, OfferList, ProposalList } from '#use-cases';
import { Area, Operation } from '../../http/operation.js';
import { Paged, pageRequest, toPage, type PageResponse } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import {
  DeskAgreementsQuery,
  DeskCompaniesQuery,
  DeskOffersQuery,
  DeskProposalsQuery,
} from './desk-lists.requests.js';
import {
  DeskAgreementResponse,
  DeskCompanyResponse,
  DeskOfferResponse,
  DeskProposalResponse,
  toDeskAgreement,
  toDeskCompany,
  toDeskOffer,
  toDeskProposal,
} from './desk-lists.responses.js';

/** The lists that staff work through, with the same choices as the pages. */
@Area('desk', 'Skrivebordet')
export class DeskListsController {
  constructor(
    private readonly companyList: CompanyList,
    private readonly proposalList: ProposalList,
    private readonly offerList: OfferList,
    private readonly agreementList: AgreementList,
  ) {}

  @Get('companies')
  @Roles(...STAFF)
  @Operation({ summary: 'Firmaer at arbejde med', answer: Paged(DeskCompanyResponse) })
  async companies(
    @Query() query: DeskCompaniesQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PageResponse<DeskCompanyResponse>> {
    const { view, order, text, town, industry } = query;
    const filter = {
      view,
      order,
      ...(text && { text }),
      ...(town && { town }),
      ...(industry && { industry }),
    };
    return toPage(await this.companyList.execute(filter, pageRequest(query), actor), toDeskCompany);
  }

  @Get('proposals')
  @Roles(...STAFF)
  @Operation({
    summary: 'Forslag at arbejde med, det der haster mest først',
    answer: Paged(DeskProposalResponse),
    problems: ['access-log.unavailable'],
  })
  async proposals(
    @Query() query: DeskProposalsQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PageResponse<DeskProposalResponse>> {
    const { state, mine, order } = query;
    return toPage(
      await this.proposalList.execute({ state, mine, order }, pageRequest(query), actor),
      toDeskProposal,
    );
  }

  @Get('offers')
  @Roles(...STAFF)
  @Operation({
    summary: 'Tilbud at arbejde med, den nærmeste svarfrist først',
    answer: Paged(DeskOfferResponse),
    problems: ['access-log.unavailable'],
  })
  async offers(
    @Query() query: DeskOffersQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PageResponse<DeskOfferResponse>> {
    const { view, mine, order } = query;
    return toPage(
      await this.offerList.execute({ view, mine, order }, pageRequest(query), actor),
      toDeskOffer,
    );
  }

  @Get('agreements')
  @Roles(...STAFF)
  @Operation({
    summary: 'Aftaler at arbejde med',
    answer: Paged(DeskAgreementResponse),
    problems: ['access-log.unavailable'],
  })
  async agreements(
    @Query() query: DeskAgreementsQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PageResponse<DeskAgreementResponse>> {
    const { view, mine, order } = query;
    return toPage(
      await this.agreementList.execute({ view, mine, order }, pageRequest(query), actor),
      toDeskAgreement,
    );
  }
}
