import { Body, Delete, Get, Post, Query } from '@nestjs/common';
import type { Actor } from '#domain';
import { AddCompanyUser, CompanyUserRecords, RemoveCompanyUser } from '#use-cases';
import { Area, Id, Operation } from '../../http/operation.js';
import { Listed } from '../../http/page.js';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { PostCompanyUserBody, RemoveCompanyUserQuery } from './company-users.requests.js';
import { CompanyUserResponse, toCompanyUser } from './company-users.responses.js';

@Area('companies/:id/users', 'Firmaets brugere')
export class CompanyUsersController {
  constructor(
    private readonly users: CompanyUserRecords,
    private readonly addUser: AddCompanyUser,
    private readonly removeUser: RemoveCompanyUser,
  ) {}

  @Get()
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Dem, der kan logge ind for firmaet',
    answer: Listed(CompanyUserResponse),
    problems: ['company.not-found'],
  })
  async list(@Id() id: string, @CurrentActor() actor: Actor): Promise<{ items: CompanyUserResponse[] }> {
    return { items: (await this.users.list(id, actor)).map(toCompanyUser) };
  }

  @Post()
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Giv en kollega adgang',
    description: 'Kollegaen logger ind med en kode til sin e-mail eller sit nummer.',
    answer: CompanyUserResponse,
    status: 201,
    problems: ['company.not-found', 'company-user.unreachable', 'company-user.already-there'],
  })
  async post(
    @Id() id: string,
    @Body() body: PostCompanyUserBody,
    @CurrentActor() actor: Actor,
  ): Promise<CompanyUserResponse> {
    return toCompanyUser(await this.addUser.execute(id, body, actor));
  }

  @Delete(':userId')
  @Roles(...STAFF, 'employer')
  @Operation({
    summary: 'Tag adgangen fra en bruger',
    description:
      'Den sidste kan kun kommunen fjerne. Kontaktpersonen bliver først fjernet, når en anden tager over. Brugerens nummer svarer ikke mere for firmaet, og kalenderens adresse lukker.',
    problems: [
      'company.not-found',
      'company-user.not-found',
      'company-user.last-one',
      'company-user.is-contact',
      'company-user.no-phone',
    ],
  })
  async remove(
    @Id() id: string,
    @Id('userId') userId: string,
    @Query() { newContactUserId }: RemoveCompanyUserQuery,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    await this.removeUser.execute(id, userId, actor, { newContactUserId });
  }
}
