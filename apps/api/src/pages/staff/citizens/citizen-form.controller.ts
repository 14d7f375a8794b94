import { Controller, Get, Post } from '@nestjs/common';
import { localDateOf, type Actor } from '#domain';
import { ChangeCitizen, CitizenRecordForm, RegisterCitizen } from '#use-cases';
import { readCpr } from '../../../http/cpr.js';
import { Id } from '../../../http/operation.js';
import {
  fault,
  FormBody,
  refusal,
  staleForm,
  submit,
  type Faults,
  type FieldsOfRefusals,
  type Typed,
} from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { citizensWords } from '../../words/desk-citizens.js';
import { citizenFormWords as w } from '../../words/desk-citizen-form.js';
import { StaffPage, StaffVisit, type Visit } from '../staff-page.js';
import {
  asNew,
  changedReachOf,
  CitizenForm,
  inputOf,
  markOfRecord,
  type CitizenFormInput,
} from './citizen-fields.js';
import { citizenFormPage, citizenFormView } from './citizen-form-view.js';
import { pathOf } from './citizen-view.js';

const LIST = '/kommune/borgere';

const refusals: FieldsOfRefusals = {
  'citizen.cpr-invalid': 'cpr',
  'citizen.channel-unreachable': 'kanal',
  'citizen.hours-invalid': 'helst',
  'citizen.window-invalid': 'fra1',
  'citizen.goals-invalid': 'maal.0.slags',
  'category.unknown': 'maal.0.slags',
};

/** A citizen's record is made and corrected. The CPR number is written and never read. */
@Controller('kommune/borgere')
export class CitizenFormController {
  constructor(
    private readonly record: CitizenRecordForm,
    private readonly register: RegisterCitizen,
    private readonly changeCitizen: ChangeCitizen,
  ) {}

  @Get('ny')
  @StaffPage()
  ask(@StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return this.newPage(actor);
  }

  @Post('ny')
  @StaffPage()
  create(@FormBody() typed: Typed, @StaffVisit() { actor }: Visit): Promise<SeeOther | ShownPage> {
    const again = (faults: Faults) => this.newPage(actor, typed, faults);
    return submit(CitizenForm, typed, {
      do: async (form) => {
        const input = this.complete(inputOf(form), form, again);
        const cpr = form.cpr === undefined ? {} : { cpr: readCpr(form.cpr) };
        const { id } = await this.register.execute({ ...asNew(input, form), ...cpr }, actor);
        return seeOther(pathOf(id), 'oprettet');
      },
      again,
      at: refusals,
    });
  }

  @Get(':id/ret')
  @StaffPage()
  edit(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return this.editPage(id, actor);
  }

  @Post(':id/ret')
  @StaffPage()
  save(
    @Id() id: string,
    @FormBody() typed: Typed,
    @StaffVisit() { actor }: Visit,
  ): Promise<SeeOther | ShownPage> {
    const again = (faults: Faults) => this.editPage(id, actor, typed, faults);
    return submit(CitizenForm, typed, {
      do: async (form) => {
        const { citizen } = await this.record.execute(id, actor);
        const stale = citizen && staleForm(typed, markOfRecord(citizen), w.changedMeanwhile, again);
        if (stale) throw stale;
        const input = this.complete(inputOf(form, citizen ?? undefined), form, again);
        const cpr = form.cpr === undefined ? {} : { cpr: readCpr(form.cpr) };
        await this.changeCitizen.execute(id, { ...input, reach: changedReachOf(form), ...cpr }, actor);
        return seeOther(pathOf(id), 'rettet');
      },
      again,
      at: refusals,
    });
  }

  /** What only the page knows to ask for. @throws RefusedForm */
  private complete(
    { position, ...input }: CitizenFormInput,
    { by, sats, ydelse }: CitizenForm,
    again: (faults: Faults) => Promise<ShownPage>,
  ): CitizenFormInput & { position: NonNullable<CitizenFormInput['position']> } {
    const refuse = (field: string, text: string) => refusal(fault(field, text, text), again);
    if (!position) throw refuse('by', by === undefined ? w.townMissing : w.unknownTown);
    if (sats !== 'none' && ydelse === undefined) throw refuse('ydelse', w.benefitMissing);
    return { ...input, position };
  }

  private async newPage(actor: Actor, typed?: Typed, faults?: Faults): Promise<ShownPage> {
    const { staff, companies, at } = await this.record.execute(null, actor);
    const parts = {
      staff,
      companies,
      today: localDateOf(at),
      ...(typed && { typed }),
      ...(faults && { faults }),
    };
    return citizenFormPage({
      title: w.newTab,
      wide: true,
      contact: null,
      back: { href: LIST, label: citizensWords.back },
      ...citizenFormView(parts),
    });
  }

  private async editPage(id: string, actor: Actor, typed?: Typed, faults?: Faults): Promise<ShownPage> {
    const { staff, companies, at, citizen, hasCpr } = await this.record.execute(id, actor);
    return citizenFormPage({
      title: w.editTab,
      wide: true,
      contact: null,
      back: { href: pathOf(id), label: citizen?.name ?? citizensWords.back },
      ...citizenFormView({
        ...(citizen && { citizen }),
        hasCpr,
        staff,
        companies,
        today: localDateOf(at),
        ...(typed && { typed }),
        ...(faults && { faults }),
      }),
    });
  }
}
