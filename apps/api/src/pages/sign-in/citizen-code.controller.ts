import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FormToken, Public } from '../../http/roles.js';
import { FormBody, type Typed } from '../frame/form/index.js';
import { Page } from '../frame/html-page.js';
import type { SeeOther, ShownPage } from '../frame/page.js';
import { citizenDoor as door, CodeSignIn } from './code-sign-in.js';

type Shown = Promise<SeeOther | ShownPage>;

/** Citizens: a code to their number, or one that the contact has read aloud. */
@Controller('log-ind/borger')
export class CitizenCodeController {
  constructor(private readonly codes: CodeSignIn) {}

  @Get()
  @Public()
  @Page()
  address(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Shown {
    return this.codes.showAddress({ door, request, reply, typed: {} });
  }

  @Post()
  @Public()
  @FormToken()
  @Page()
  send(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @FormBody() typed: Typed,
  ): Shown {
    return this.codes.send({ door, request, reply, typed });
  }

  @Get('kode')
  @Public()
  @Page()
  code(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Shown {
    return this.codes.showCode({ door, request, reply, typed: {} });
  }

  @Post('kode')
  @Public()
  @FormToken()
  @Page()
  enter(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @FormBody() typed: Typed,
  ): Shown {
    return this.codes.enter({ door, request, reply, typed });
  }

  @Post('kode/igen')
  @Public()
  @FormToken()
  @Page()
  again(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @FormBody() typed: Typed,
  ): Shown {
    return this.codes.sendAgain({ door, request, reply, typed });
  }
}
