import { Controller, Get, Req } from '@nestjs/common';
import { firstName, type Actor } from '#domain';
import type { FastifyRequest } from 'fastify';
import { CurrentActor, Roles, STAFF } from '../../http/roles.js';
import { Page } from '../frame/html-page.js';
import type { ShownPage } from '../frame/page.js';
import { staffWords } from '../words/staff.js';
import { startPage } from './views.js';

/** Where staff begin: who one is, and what there is to do here now. */
@Controller('kommune')
export class StaffStartController {
  @Get()
  @Roles(...STAFF)
  @Page()
  show(@CurrentActor() actor: Actor, @Req() { visitor }: FastifyRequest): ShownPage {
    const w = staffWords[visitor?.language ?? 'da'];
    const isLeader = actor.role === 'leader';
    const role = w.roles[isLeader ? 'leader' : 'consultant'];
    const keys = { href: '/kommune/noegler', label: w.keys, text: w.keysText };
    return startPage({
      title: w.startTab,
      heading: w.hello(firstName(actor)),
      who: w.youAre(role, visitor?.municipality ?? ''),
      canDo: w.canDo,
      doors: [
        { href: '/beregn', label: w.calculator, text: w.calculatorText },
        ...(isLeader ? [keys] : []),
        { href: '/api/docs', label: w.docs, text: w.docsText },
      ],
    });
  }
}
