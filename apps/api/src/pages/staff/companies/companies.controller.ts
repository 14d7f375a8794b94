import { Controller, Get, Post, Query } from '@nestjs/common';
import { DomainError, type Actor } from '#domain';
import {
  AddCompanyUser,
  ChangeCompany,
  CompanyList,
  CompanyRecords,
  DraftSmallJobFromObservation,
  RegisterCompany,
  RemoveCompanyUser,
  ShowCompanyDesk,
  Timeline,
  type CompanyFilter,
} from '#use-cases';
import { hasRightCheckDigit } from '../../../http/cvr.js';
import { email, int, phone, text, uuid } from '../../../http/fields/index.js';
import { Id } from '../../../http/operation.js';
import {
  FormBody,
  said,
  staleForm,
  submit,
  type Faults,
  type FieldsOfRefusals,
  type Typed,
} from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { companiesWords as w } from '../../words/desk-companies.js';
import { listPage, listState } from '../list/list-state.js';
import type { Refused } from '../placement/act-view.js';
import { actOn } from '../placement/act-on.js';
import { StaffPage, StaffVisit, type Asked, type Visit } from '../staff-page.js';
import { readBefore, TIMELINE_BESIDE, timelineView } from '../timeline/timeline-view.js';
import { companiesPage, companiesView, companyChoices } from './companies-view.js';
import {
  addressIn,
  CompanyForm,
  companyFormPage,
  companyFormView,
  markOfCompany,
  NewCompanyForm,
  positionIn,
} from './company-form.js';
import { companyPage, companyView } from './company-view.js';
import { removeUserPage, removeUserView } from './remove-user-view.js';

class UserForm {
  @text({ max: 200, example: 'Fatma Demir' }) name!: string;
  @email({ optional: true, example: 'fatma@frugtlageret.example' }) email?: string;
  @phone({ optional: true, example: '+4530123456' }) phone?: string;
}
class ObservationForm {
  @uuid() besoeg!: string;
  @int({ min: 0, max: 100, example: 0 }) nummer!: number;
}
class RemovalForm {
  @uuid({ optional: true }) newContactUserId?: string;
}

const LIST = '/kommune/virksomheder';

/** *Firmaer*: whom the municipality knows, and what goes on there. */
@Controller('kommune/virksomheder')
export class StaffCompaniesController {
  constructor(
    private readonly companies: CompanyList,
    private readonly records: CompanyRecords,
    private readonly desk: ShowCompanyDesk,
    private readonly registerCompany: RegisterCompany,
    private readonly changeCompany: ChangeCompany,
    private readonly addUser: AddCompanyUser,
    private readonly removeUser: RemoveCompanyUser,
    private readonly draftSmallJob: DraftSmallJobFromObservation,
    private readonly timeline: Timeline,
  ) {}

  @Get()
  @StaffPage()
  async list(@Query() query: Asked, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    // What can be chosen is known when the list is read; until then, whatever the address says.
    const said = (name: string): string[] => [query[name]].filter((value) => typeof value === 'string');
    const state = listState(companyChoices(said('by'), said('branche')), query);
    const { navn, by, branche } = state.filters;
    const filter = {
      view: state.view,
      order: state.sort,
      ...(navn && { text: navn }),
      ...(by && { town: by }),
      ...(branche && { industry: branche }),
    } as CompanyFilter;
    const page = listPage(state);
    const found = await this.companies.execute(filter, page, actor);
    return companiesPage({
      title: w.tab,
      wide: true,
      ...companiesView(found, state),
    });
  }

  @Get('ny')
  @StaffPage()
  ask(): ShownPage {
    return formPage(companyFormView(null), LIST);
  }

  @Post('ny')
  @StaffPage()
  create(@FormBody() typed: Typed, @StaffVisit() { actor }: Visit): Promise<SeeOther | ShownPage> {
    return submit(NewCompanyForm, typed, {
      do: async (form) => {
        const position = positionIn(form);
        const company = await this.registerCompany.execute(
          {
            cvr: form.cvr,
            name: form.navn,
            address: addressIn(form),
            ...(position && { position }),
            ...(form.branche && { industry: form.branche }),
            contact: { name: form.kontakt, phone: form.telefon, ...(form.mail && { email: form.mail }) },
          },
          actor,
        );
        const said = hasRightCheckDigit(company.cvr) ? 'oprettet' : 'oprettet-cvr';
        return seeOther(`${LIST}/${company.id}`, said);
      },
      again: (faults) => formPage(companyFormView(null, typed, faults), LIST),
      at: { 'company.cvr-taken': said(words, (one) => one.cvrTakenPlain, 'cvr') },
    });
  }

  @Get(':id')
  @StaffPage()
  show(@Id() id: string, @Query() query: Asked, @StaffVisit() visit: Visit): Promise<ShownPage> {
    return this.page(id, visit, undefined, query);
  }

  @Get(':id/ret')
  @StaffPage()
  async edit(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return formPage(companyFormView(await this.records.show(id, actor)), `${LIST}/${id}`);
  }

  @Post(':id/ret')
  @StaffPage()
  async save(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    const company = await this.records.show(id, actor);
    const again = (faults: Faults) => formPage(companyFormView(company, typed, faults), `${LIST}/${id}`);
    return submit(CompanyForm, typed, {
      do: async (form) => {
        const stale = staleForm(typed, markOfCompany(company), w.changedMeanwhile, again);
        if (stale) throw stale;
        await this.changeCompany.execute(
          id,
          {
            name: form.navn,
            address: addressIn(form),
            industry: form.branche ?? null,
            position: positionIn(form),
            contact: { name: form.kontakt, phone: form.telefon, email: form.mail ?? null },
          },
          actor,
        );
        return seeOther(`${LIST}/${id}`, 'rettet');
      },
      again,
      at: refusalsOfUsers,
    });
  }

  @Post(':id/brugere')
  @StaffPage()
  add(@Id() id: string, @FormBody() typed: Typed, @StaffVisit() visit: Visit): Promise<SeeOther | ShownPage> {
    return submit(UserForm, typed, {
      do: async (fields) => {
        await this.addUser.execute(id, fields, visit.actor);
        return seeOther(`${LIST}/${id}`, 'adgang');
      },
      ...actOn('bruger', typed, (refused) => this.page(id, visit, refused)),
      at: refusalsOfUsers,
    });
  }

  @Get(':id/brugere/:userId/fjern')
  @StaffPage()
  async askToRemove(
    @Id() id: string,
    @Id('userId') userId: string,
    @StaffVisit() { actor }: Visit,
  ): Promise<ShownPage> {
    return this.removePage(id, userId, actor);
  }

  @Post(':id/brugere/:userId/fjern')
  @StaffPage()
  async remove(
    @Id() id: string,
    @Id('userId') userId: string,
    @FormBody() typed: Typed,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    const { users } = await this.desk.execute(id, actor);
    // Twice is once: a colleague had removed the user, or this is a second click.
    if (!users.some((one) => one.id === userId)) return seeOther(`${LIST}/${id}`, 'var-fjernet');
    return submit(RemovalForm, typed, {
      do: async (fields) => {
        await this.removeUser.execute(id, userId, actor, fields);
        return seeOther(`${LIST}/${id}`, 'fjernet');
      },
      again: (faults) => this.removePage(id, userId, actor, typed, faults),
      at: refusalsOfUsers,
    });
  }

  /** From what was seen to a draft; somebody who was first is followed to the same one. */
  @Post(':id/iagttagelser')
  @StaffPage()
  async makeJob(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() visit: Visit,
  ): Promise<SeeOther | ShownPage> {
    return submit(ObservationForm, typed, {
      do: async ({ besoeg, nummer }) => {
        const { visits } = await this.desk.execute(id, visit.actor);
        const known = visits.find((one) => one.id === besoeg)?.observations[nummer]?.smallJobId;
        if (known) return seeOther(`/kommune/job/${known}`);
        const { smallJob } = await this.draftSmallJob.execute(besoeg, nummer, {}, visit.actor);
        return seeOther(`/kommune/job/${smallJob.id}`);
      },
      ...actOn('iagttagelser', typed, (refused) => this.page(id, visit, refused)),
    });
  }

  private async page(id: string, { actor }: Visit, refused?: Refused, query: Asked = {}): Promise<ShownPage> {
    const desk = await this.desk.execute(id, actor);
    const before = readBefore(query);
    const told = await this.timeline.execute({ companyId: id }, actor, {
      limit: TIMELINE_BESIDE,
      ...(before && { before }),
    });
    const path = `${LIST}/${id}`;
    const timeline = timelineView(told, { path, before, now: desk.now, naming: true });
    return companyPage({
      title: w.tab,
      wide: true,
      contact: null,
      back: { href: LIST, label: w.back },
      messages: w.said,
      ...companyView(desk, timeline, refused),
    });
  }

  private async removePage(
    id: string,
    userId: string,
    actor: Actor,
    typed?: Typed,
    faults?: Faults,
  ): Promise<ShownPage> {
    const { company, users } = await this.desk.execute(id, actor);
    const user = users.find((one) => one.id === userId);
    if (!user) throw new DomainError('company-user.not-found');
    return removeUserPage({
      title: w.removeTab,
      contact: null,
      back: { href: `${LIST}/${id}`, label: company.name },
      ...removeUserView(id, user, users, typed, faults),
    });
  }
}

const formPage = (view: ReturnType<typeof companyFormView>, back: string): ShownPage =>
  companyFormPage({
    title: view.cvr ? w.newTab : w.editTab,
    contact: null,
    back: { href: back, label: w.back },
    ...view,
  });

const words = { da: w, en: w };
const refusalsOfUsers: FieldsOfRefusals = {
  'company-user.unreachable': said(words, (one) => one.unreachable, 'email'),
  'company-user.already-there': said(words, (one) => one.alreadyThere, 'email'),
  'company-user.is-contact': said(words, (one) => one.newContact, 'newContactUserId'),
  'company-user.no-phone': said(words, (one) => one.newContactHint, 'newContactUserId'),
};
