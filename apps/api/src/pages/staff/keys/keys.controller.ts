import { Controller, Get, Post, Req } from '@nestjs/common';
import { keyHolders, keyRoles, type Actor, type KeyRole } from '#domain';
import { ApiKeyRecords, KeyHolders, MakeApiKey, RevokeApiKey } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { oneOf, text, uuid } from '../../../http/fields/index.js';
import { AnswersSecret } from '../../../http/idempotency.interceptor.js';
import { Id } from '../../../http/operation.js';
import { wishId } from '../../../http/wish-id.js';
import {
  day,
  FormBody,
  FormView,
  noFaults,
  submit,
  type Faults,
  type Typed,
} from '../../frame/form/index.js';
import { seeOther, type SeeOther, type ShownPage } from '../../frame/page.js';
import { keysWords as w } from '../../words/desk-keys.js';
import { LeaderPage, StaffVisit, type Visit } from '../staff-page.js';
import { keysView, madeKeyPage, newKeyPage } from './keys-view.js';

const LIST = '/kommune/noegler';

class NewKeyForm {
  @text({ max: 200, example: 'Natkørsel' }) navn!: string;
  @oneOf(keyRoles) rolle!: KeyRole;
  @uuid({ optional: true }) medarbejder?: string;
  @uuid({ optional: true }) firma?: string;
  @day({ optional: true }) sidsteDag?: string;
}

/** Keys of machines: leaders see, make and stop them. */
@Controller('kommune/noegler')
export class StaffKeysController {
  constructor(
    private readonly keys: ApiKeyRecords,
    private readonly makeKey: MakeApiKey,
    private readonly revokeKey: RevokeApiKey,
    private readonly holders: KeyHolders,
  ) {}

  @Get()
  @LeaderPage()
  async list(@StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return keysView(await this.keys.list(actor));
  }

  @Get('ny')
  @LeaderPage()
  ask(@StaffVisit() { actor }: Visit): Promise<ShownPage> {
    return this.form(actor);
  }

  /** Answers with the page itself: the key is shown this once and must not stand in an address or a row. */
  @Post('ny')
  @AnswersSecret()
  @LeaderPage()
  make(
    @StaffVisit() { actor }: Visit,
    @FormBody() typed: Typed,
    @Req() { once }: FastifyRequest,
  ): Promise<SeeOther | ShownPage> {
    return submit(NewKeyForm, typed, {
      do: async ({ navn: name, rolle: role, medarbejder: staffId, firma: companyId, sidsteDag: lastDay }) => {
        const input = {
          name,
          role,
          lastDay: lastDay ?? null,
          // What was chosen in the other list, before one changed one's mind, is not meant.
          staffId: keyHolders[role] === 'staff' ? staffId : null,
          companyId: keyHolders[role] === 'company' ? companyId : null,
        };
        const { key } = await this.makeKey.execute(input, actor, wishId(actor, once));
        return madePage(key);
      },
      again: (faults) => this.form(actor, typed, faults),
      at: {
        'api-key.holder-invalid': typed['rolle'] === 'employer' ? 'firma' : 'medarbejder',
        'api-key.ends-too-soon': 'sidsteDag',
      },
    });
  }

  @Post(':id/stop')
  @LeaderPage()
  async stop(@Id() id: string, @StaffVisit() { actor }: Visit): Promise<SeeOther> {
    await this.revokeKey.execute(id, actor);
    return seeOther(LIST, 'stoppet');
  }

  private async form(actor: Actor, typed: Typed = {}, faults: Faults = noFaults): Promise<ShownPage> {
    const { staff, companies } = await this.holders.list(actor);
    const f = new FormView('da', typed, faults);
    const listed = (rows: readonly { id: string; name: string }[]) => [
      { value: '', label: w.nobody },
      ...rows.map(({ id, name }) => ({ value: id, label: name })),
    ];
    const form = {
      name: f.input('navn', w.name, { hint: w.nameHint, max: 200 }),
      role: f.choice('rolle', w.role, {
        options: keyRoles.map((role) => ({ value: role, label: w.keyRoles[role] })),
      }),
      staff: f.choice('medarbejder', w.staff, { hint: w.staffHint, optional: true, options: listed(staff) }),
      company: f.choice('firma', w.company, {
        hint: w.companyHint,
        optional: true,
        options: listed(companies),
      }),
      lastDay: f.date('sidsteDag', w.lastDay, { hint: w.lastDayHint, optional: true }),
    };
    return newKeyPage({
      title: w.newTab,
      heading: w.newHeading,
      form,
      errors: f.errors(),
      make: w.make,
      back: { href: LIST, label: w.backToKeys },
    });
  }
}

function madePage(key: string | null): ShownPage {
  return madeKeyPage({
    title: w.newTab,
    heading: key === null ? w.keysHeading : w.madeHeading,
    text: key === null ? w.madeBefore : w.madeText,
    key: key ?? '',
    back: { href: LIST, label: w.backToKeys },
  });
}
