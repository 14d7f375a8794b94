import { Controller, Get, Post, Req } from '@nestjs/common';
import { DomainError, type Actor } from '#domain';
import { AddCompanyUser, CompanyUserRecords, RemoveCompanyUser, type KnownCompanyUser } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { email, phone, text, uuid } from '../../../http/fields/index.js';
import { Id } from '../../../http/operation.js';
import { CurrentActor, Roles } from '../../../http/roles.js';
import { FormBody, submit, type Faults, type FieldsOfRefusals, type Typed } from '../../frame/form/index.js';
import { Page } from '../../frame/html-page.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { userWords } from '../../words/employer-week.js';
import { removeUserPage, removeUserView, usersPage, usersView } from './users-view.js';

class UserForm {
  @text({ max: 200, example: 'Fatma Demir' }) name!: string;
  @email({ optional: true, example: 'fatma@frugtlageret.example' }) email?: string;
  @phone({ optional: true, example: '+4530123456' }) phone?: string;
}
class RemovalForm {
  @uuid({ optional: true }) newContactUserId?: string;
}

const PAGE = '/firma/brugere';

/** *Brugere*: who may act for the company; colleagues let each other in. */
@Controller('firma/brugere')
export class UsersController {
  constructor(
    private readonly users: CompanyUserRecords,
    private readonly addUser: AddCompanyUser,
    private readonly removeUser: RemoveCompanyUser,
  ) {}

  @Get()
  @Roles('employer')
  @Page()
  list(@CurrentActor() actor: Actor, @Req() request: FastifyRequest): Promise<ShownPage> {
    return this.show(actor, request);
  }

  @Post()
  @Roles('employer')
  @Page()
  add(
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return submit(UserForm, typed, {
      do: async (fields) => {
        await this.addUser.execute(actor.companyId ?? '', fields, actor);
        return seeOther(PAGE, 'tilfoejet');
      },
      again: (faults) => this.show(actor, request, typed, faults),
      at: refusals,
    });
  }

  @Get(':id/fjern')
  @Roles('employer')
  @Page()
  async ask(
    @Id() id: string,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<ShownPage> {
    const users = await this.active(actor);
    const user = users.find((one) => one.id === id);
    if (!user) throw new DomainError('company-user.not-found');
    return sure(user, users, actor, request);
  }

  @Post(':id/fjern')
  @Roles('employer')
  @Page()
  async remove(
    @Id() id: string,
    @CurrentActor() actor: Actor,
    @FormBody() typed: Typed,
    @Req() request: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    const users = await this.active(actor);
    const user = users.find((one) => one.id === id);
    // Twice is once: a colleague had removed the user, or this is a second click.
    if (!user) return seeOther(PAGE, 'var-fjernet');
    return submit(RemovalForm, typed, {
      do: async (fields) => {
        await this.removeUser.execute(actor.companyId ?? '', id, actor, fields);
        return seeOther(PAGE, 'fjernet');
      },
      again: (faults) => sure(user, users, actor, request, typed, faults),
      at: refusals,
    });
  }

  private active(actor: Actor): Promise<KnownCompanyUser[]> {
    return this.users.list(actor.companyId ?? '', actor);
  }

  private async show(
    actor: Actor,
    { visitor }: FastifyRequest,
    typed?: Typed,
    faults?: Faults,
  ): Promise<ShownPage> {
    const { language } = visitor!;
    const w = userWords[language];
    return usersPage({
      title: w.tab,
      messages: { tilfoejet: w.added, fjernet: w.removed, 'var-fjernet': w.gone },
      ...usersView(await this.active(actor), actor.companyUserId, language, typed, faults),
    });
  }
}

function sure(
  user: KnownCompanyUser,
  users: readonly KnownCompanyUser[],
  actor: Actor,
  { visitor }: FastifyRequest,
  typed?: Typed,
  faults?: Faults,
): ShownPage {
  const { language } = visitor!;
  const w = userWords[language];
  const isSelf = user.id === actor.companyUserId;
  return removeUserPage({
    title: w.tab,
    back: { href: PAGE, label: w.back },
    ...removeUserView(user, users, { isSelf, language, ...(typed && { typed }), ...(faults && { faults }) }),
  });
}

const refusals: FieldsOfRefusals = {
  'company-user.unreachable': {
    field: 'email',
    text: { da: userWords.da.unreachable, en: userWords.en.unreachable },
  },
  'company-user.already-there': {
    field: 'email',
    text: { da: userWords.da.alreadyThere, en: userWords.en.alreadyThere },
  },
  'company-user.last-one': { field: '', text: { da: userWords.da.lastOne, en: userWords.en.lastOne } },
  'company-user.is-contact': {
    field: 'newContactUserId',
    text: { da: userWords.da.chooseFirst, en: userWords.en.chooseFirst },
  },
  'company-user.no-phone': {
    field: 'newContactUserId',
    text: { da: userWords.da.noPhone, en: userWords.en.noPhone },
  },
};
