import { Body, Get, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { ChangeCompany, CompanyRecords, RegisterCompany, ShowCompanyDesk } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { Paged, pageRequest, PageQuery, toPage, type PageResponse } from '../../http/page.js';
import { CurrentActor, KEY_HOLDERS, Roles, STAFF } from '../../http/roles.js';
import { ChangeCompanyBody, PostCompanyBody } from './companies.requests.js';
import {
  CompanyResponse,
  PostedCompanyResponse,
  toCompany,
  toPostedCompany,
  UnpaidStandingResponse,
} from './companies.responses.js';

@Area('companies', 'Firmaer')
export class CompaniesController {
  constructor(
    private readonly companies: CompanyRecords,
    private readonly registerCompany: RegisterCompany,
    private readonly changeCompany: ChangeCompany,
    private readonly companyDesk: ShowCompanyDesk,
  ) {}

  @Post()
  @Roles(...STAFF, 'integration')
  @Operation({
    summary: 'Opret et firma',
    description: 'Samme cvr-nummer to gange i en kommune er 409; `details` siger, hvilket firma der har det.',
    answer: PostedCompanyResponse,
    status: 201,
    problems: ['company.cvr-taken'],
  })
  async post(@Body() body: PostCompanyBody, @CurrentActor() actor: Actor): Promise<PostedCompanyResponse> {
    const { position, industry, contact, ...rest } = body;
    const company = await this.registerCompany.execute(
      {
        ...rest,
        ...(position && { position }),
        ...(industry && { industry }),
        contact: { name: contact.name, phone: contact.phone, ...(contact.email && { email: contact.email }) },
      },
      actor,
    );
    return toPostedCompany(company, actor);
  }

  @Get()
  @Roles(...KEY_HOLDERS)
  @Operation({ summary: 'Kommunens firmaer; et firma ser sig selv', answer: Paged(CompanyResponse) })
  async list(
    @Query() query: PageQuery,
    @CurrentActor() actor: Actor,
  ): Promise<PageResponse<CompanyResponse>> {
    return toPage(await this.companies.list(pageRequest(query), actor), (company) =>
      toCompany(company, actor),
    );
  }

  @Get(':id')
  @Roles(...KEY_HOLDERS)
  @Operation({ summary: 'Et firma', answer: CompanyResponse, problems: ['company.not-found'] })
  async show(@Id() id: string, @CurrentActor() actor: Actor): Promise<CompanyResponse> {
    return toCompany(await this.companies.show(id, actor), actor);
  }

  @Get(':id/unpaid-standing')
  @Roles(...STAFF)
  @Operation({
    summary: 'Hvad firmaets ulønnede forløb er blevet til',
    description: 'Lønnede og ulønnede tælles hver for sig.',
    answer: UnpaidStandingResponse,
    problems: ['company.not-found'],
  })
  standing(@Id() id: string, @CurrentActor() actor: Actor): Promise<UnpaidStandingResponse> {
    return this.companyDesk.standing(id, actor);
  }

  @Patch(':id')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Ret et firma',
    description: 'Kun det, der sendes, ændres; null fjerner. cvr-nummeret står fast.',
    answer: CompanyResponse,
    problems: ['company.not-found', 'citizen.not-found', 'not-allowed'],
  })
  async change(
    @Id() id: string,
    @Body() change: ChangeCompanyBody,
    @CurrentActor() actor: Actor,
  ): Promise<CompanyResponse> {
    return toCompany(await this.changeCompany.execute(id, change, actor), actor);
  }
}
