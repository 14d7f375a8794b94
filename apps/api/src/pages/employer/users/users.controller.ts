import { Controller, Get, Post } from '@nestjs/common';
import { DomainError } from '#domain';
import { AddCompanyUser, CompanyUserRecords, RemoveCompanyUser, type KnownCompanyUser } from '#use-cases';
import { email, phone, text, uuid } from '../../../http/fields/index.js';
import { Id } from '../../../http/operation.js';
import {
  FormBody,
  said,
  submit,
  type Faults,
  type FieldsOfRefusals,
  type Typed,
} from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { userWords } from '../../words/employer-week.js';
import { EmployerPage, Visit, type CompanyVisit } from '../employer-page.js';
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
  @EmployerPage()
  list(@Visit() visit: CompanyVisit): Promise<ShownPage> {
    return this.show(visit);
  }

  @Post()
  @EmployerPage()
  add(@FormBody() typed: Typed, @Visit() visit: CompanyVisit): Promise<SeeOther | ShownPage> {
    return submit(UserForm, typed, {
      do: async (fields) => {
        await this.addUser.execute(visit.companyId, fields, visit.actor);
        return seeOther(PAGE, 'tilfoejet');
      },
      again: (faults) => this.show(visit, typed, faults),
      at: refusals,
    });
  }

  @Get(':id/fjern')
  @EmployerPage()
  async ask(@Id() id: string, @Visit() visit: CompanyVisit): Promise<ShownPage> {
    const users = await this.active(visit);
    const user = users.find((one) => one.id === id);
    if (!user) throw new DomainError('company-user.not-found');
    return sure(user, users, visit);
  }

  @Post(':id/fjern')
  @EmployerPage()
  async remove(
    @Id() id: string,
    @FormBody() typed: Typed,
    @Visit() visit: CompanyVisit,
  ): Promise<SeeOther | ShownPage> {
    const users = await this.active(visit);
    const user = users.find((one) => one.id === id);
    // Twice is once: a colleague had removed the user, or this is a second click.
    if (!user) return seeOther(PAGE, 'var-fjernet');
    return submit(RemovalForm, typed, {
      do: async (fields) => {
        await this.removeUser.execute(visit.companyId, id, visit.actor, fields);
        return seeOther(PAGE, 'fjernet');
      },
      again: (faults) => sure(user, users, visit, typed, faults),
      at: refusals,
    });
  }

  private active({ companyId, actor }: CompanyVisit): Promise<KnownCompanyUser[]> {
    return this.users.list(companyId, actor);
  }

  private async show(visit: CompanyVisit, typed?: Typed, faults?: Faults): Promise<ShownPage> {
    const { actor, language } = visit;
    const w = userWords[language];
    return usersPage({
      title: w.tab,
      messages: { tilfoejet: w.added, fjernet: w.removed, 'var-fjernet': w.gone },
      ...usersView(await this.active(visit), actor.companyUserId, language, typed, faults),
    });
  }
}

function sure(
  user: KnownCompanyUser,
  users: readonly KnownCompanyUser[],
  { actor, language }: CompanyVisit,
  typed?: Typed,
  faults?: Faults,
): ShownPage {
  const w = userWords[language];
  const isSelf = user.id === actor.companyUserId;
  return removeUserPage({
    title: w.tab,
    back: { href: PAGE, label: w.back },
    ...removeUserView(user, users, { isSelf, language, ...(typed && { typed }), ...(faults && { faults }) }),
  });
}

const refusals: FieldsOfRefusals = {
  'company-user.unreachable': said(userWords, (w) => w.unreachable, 'email'),
  'company-user.already-there': said(userWords, (w) => w.alreadyThere, 'email'),
  'company-user.last-one': said(userWords, (w) => w.lastOne),
  'company-user.is-contact': said(userWords, (w) => w.chooseFirst, 'newContactUserId'),
  'company-user.no-phone': said(userWords, (w) => w.noPhone, 'newContactUserId'),
};
