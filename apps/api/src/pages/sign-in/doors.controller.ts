import { Controller, Get, Optional, Query, Req } from '@nestjs/common';
import { ownPath } from '#domain';
import { IdentityProviders } from '#use-cases';
import type { FastifyRequest } from 'fastify';
import { Public } from '../../http/roles.js';
import { startPageOf, startPages } from '../../http/session/start-pages.js';
import { DemoPeople } from '../demo/demo-people.js';
import { Page } from '../frame/html-page.js';
import { seeOther, type SeeOther, type ShownPage } from '../frame/page.js';
import { signInWords } from '../words/sign-in.js';
import { withNext } from './after-sign-in.js';
import { demoDoors } from './demo-doors.js';
import { doorPage } from './views.js';

/** Where one begins: which of the three one is, and for staff which municipality. */
@Controller('log-ind')
export class DoorsController {
  constructor(
    private readonly providers: IdentityProviders,
    @Optional() private readonly people?: DemoPeople,
  ) {}

  @Get()
  @Public()
  @Page()
  async choose(
    @Req() { visitor }: FastifyRequest,
    @Query('til') til: unknown,
  ): Promise<SeeOther | ShownPage> {
    const next = ownPath(til);
    const door = doorOf(next);
    // Whoever came from a page of a role need not say which one.
    if (door) return seeOther(withNext(door, next));
    if (visitor?.bySession && visitor.actor) return seeOther(next ?? startPageOf(visitor.actor.role));
    const language = visitor?.language ?? 'da';
    const w = signInWords[language];
    return doorPage({
      title: w.tab,
      heading: w.choose,
      intro: w.chooseIntro,
      doors: [
        { href: withNext('/log-ind/virksomhed', next), label: w.toCompany, text: w.toCompanyText },
        { href: withNext('/log-ind/borger', next), label: w.toCitizen, text: w.toCitizenText },
        { href: withNext('/log-ind/kommune', next), label: w.toStaff, text: w.toStaffText },
      ],
      demo: await demoDoors(this.people, language, ['employer', 'citizen', 'consultant', 'leader']),
    });
  }

  @Get('kommune')
  @Public()
  @Page()
  async staff(
    @Req() { visitor }: FastifyRequest,
    @Query('til') til: unknown,
    @Query('kommune') code: unknown,
  ): Promise<ShownPage> {
    const language = visitor?.language ?? 'da';
    const w = signInWords[language];
    const all = await this.providers.list('staff');
    const named = all.filter(({ municipality }) => municipality.toLowerCase() === String(code).toLowerCase());
    return doorPage({
      title: w.tab,
      heading: w.staffHeading,
      intro: all.length > 0 ? w.staffIntro : w.staffNone,
      doors: (named.length > 0 ? named : all).map(({ id, municipality }) => ({
        href: withNext(`/log-ind/oidc/start?udbyder=${id}`, til),
        label: w.staffAt(municipality),
        text: '',
      })),
      back: { href: '/log-ind', label: w.choose },
      demo: await demoDoors(this.people, language, ['consultant', 'leader']),
    });
  }
}

const doors: readonly (readonly [string, string])[] = [
  [startPages['company-user'], '/log-ind/virksomhed'],
  [startPages.citizen, '/log-ind/borger'],
  [startPages.staff, '/log-ind/kommune'],
];

const doorOf = (next: string | undefined): string | undefined =>
  doors.find(([start]) => next !== undefined && new RegExp(`^${start}(?:[/?#]|$)`).test(next))?.[1];
