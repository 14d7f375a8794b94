import { Body, Get, Post, Query } from '@nestjs/common';
import { DomainError, type Actor, type Staff } from '#domain';
import { Ids, Transactor } from '#use-cases';
import {
  address,
  duration,
  email,
  flag,
  instant,
  int,
  list,
  listOf,
  localDate,
  localTime,
  nested,
  number,
  oneOf,
  phone,
  position,
  slug,
  text,
  uuid,
  weekday,
  type AddressFields,
  type PositionFields,
} from '../../../apps/api/src/http/fields/index.js';
import { Calculates } from '../../../apps/api/src/http/idempotency.interceptor.js';
import { Area, Id, Operation } from '../../../apps/api/src/http/operation.js';
import { Paged, PageQuery, pageOfAll, type PageResponse } from '../../../apps/api/src/http/page.js';
import { CurrentActor, Public, Roles } from '../../../apps/api/src/http/roles.js';

export class SampleSlot {
  @weekday() weekday!: number;
  @localTime() start!: string;
  @localTime({ allow24: true, example: '11:00' }) end!: string;
}

/** One field of every kind. */
export class SampleBody {
  @text({ max: 50, example: 'Oprydning' }) title!: string;
  @text({ max: 200, multiline: true, optional: true, nullable: true, example: 'Ring\nførst' }) note?:
    string | null;
  @uuid({ optional: true }) companyId?: string;
  @slug({ optional: true, example: 'lager' }) category?: string;
  @oneOf(['sms', 'email'], { optional: true }) channel?: string;
  @oneOf([0, 1, 2], { optional: true }) noise?: number;
  @int({ min: 0, max: 100, optional: true }) liftKg?: number;
  @number({ min: -1, max: 1, optional: true }) share?: number;
  @flag({ optional: true }) saidYes?: boolean;
  @localDate({ optional: true }) startDate?: string;
  @instant({ optional: true }) at?: string;
  @duration({ optional: true }) after?: string;
  @phone({ optional: true, nullable: true }) phone?: string | null;
  @email({ optional: true }) email?: string;
  @position({ optional: true }) position?: PositionFields;
  @address({ optional: true }) address?: AddressFields;
  @nested(SampleSlot, { optional: true, nullable: true }) first?: SampleSlot | null;
  @listOf(SampleSlot, { max: 5, optional: true }) slots?: SampleSlot[];
  @list(slug({ example: 'truck' }), { max: 5, optional: true }) certificates?: string[];
}

class StaffName {
  @uuid() id!: string;
  @text({ example: 'Mette Holm' }) name!: string;
}

class NewStaff {
  @text({ max: 50, example: 'Mette Holm' }) name!: string;
}

class Counted {
  @int({ min: 1, max: 1_000, description: 'Which run of the route this was.' }) run!: number;
  @flag({ description: 'Whether it ran inside the transaction of something larger.' }) isPartOfMore!: boolean;
}

class SampleQuery extends PageQuery {
  @flag({ optional: true }) active?: boolean;
}

const toName = ({ id, name }: Staff): StaffName => ({ id, name });

/** Routes that do what the foundation is asked to handle, and no more. */
@Area('samples', 'Prøver')
export class SampleController {
  private runs = 0;

  constructor(
    private readonly transactor: Transactor,
    private readonly ids: Ids,
  ) {}

  @Post('echo')
  @Roles('consultant', 'employer')
  @Operation({ summary: 'Svar med det samme', answer: SampleBody, problems: ['company.cvr-taken'] })
  echo(@Body() body: SampleBody): SampleBody {
    return body;
  }

  @Get()
  @Roles('consultant')
  @Operation({ summary: 'Navne i sider', answer: Paged(StaffName) })
  async list(
    @Query() query: SampleQuery,
    @CurrentActor() { municipalityId }: Actor,
  ): Promise<PageResponse<StaffName>> {
    return this.transactor.inMunicipality(municipalityId, async (unit) =>
      pageOfAll(await unit.staff.list({ active: query.active ?? true }), query, toName),
    );
  }

  @Post()
  @Roles('consultant')
  @Operation({ summary: 'Opret et navn', answer: StaffName, status: 201 })
  async create(@Body() { name }: NewStaff, @CurrentActor() { municipalityId }: Actor): Promise<StaffName> {
    const staff: Staff = {
      id: this.ids.next(),
      municipalityId,
      name,
      role: 'consultant',
      phone: null,
      email: null,
      teamId: null,
      deputyId: null,
      busyUntil: null,
      busyDeputyId: null,
      contactHours: { weekdays: [1, 2, 3, 4, 5], from: '08:00', to: '15:00' },
      active: true,
    };
    return this.transactor.inMunicipality(municipalityId, async (unit) => {
      await unit.staff.insert(staff);
      // Long enough for a second request with the same key to meet the first.
      await new Promise((resolve) => setTimeout(resolve, 50));
      if (name === 'Afvist') throw new DomainError('company.cvr-taken', { companyId: staff.id });
      return toName(staff);
    });
  }

  @Post('count')
  @Roles('consultant')
  @Calculates()
  @Operation({ summary: 'Regn noget ud', answer: Counted })
  async count(@Body() _body: NewStaff, @CurrentActor() { municipalityId }: Actor): Promise<Counted> {
    const run = ++this.runs;
    return this.transactor.inMunicipality(municipalityId, async ({ isPartOfMore }) => ({
      run,
      isPartOfMore: isPartOfMore ?? false,
    }));
  }

  @Post(':id/touch')
  @Roles('consultant')
  @Operation({ summary: 'Gør intet' })
  touch(@Id() _id: string): void {}

  @Get('refused')
  @Roles('consultant')
  @Operation({ summary: 'For tidligt igen' })
  refused(): void {
    throw new DomainError('offer.too-soon-to-resend', { retryAfterSeconds: 90 });
  }

  @Get('broken')
  @Public()
  @Operation({ summary: 'Går i stykker' })
  broken(): void {
    throw Object.assign(new Error('geheim 0101901234'), { detail: 'Key (name)=(Jonas)' });
  }
}
