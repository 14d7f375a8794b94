import { Controller, Get, Post } from '@nestjs/common';
import { FormToken, Public } from '../../http/roles.js';
import { FormBody, type Typed } from '../frame/form/index.js';
import { Page } from '../frame/html-page.js';
import type { SeeOther, ShownPage } from '../frame/page.js';
import { citizenDoor, CodeSignIn, companyDoor, type Step } from './code-sign-in.js';
import { WayIn } from './way-in.js';

type Way = Omit<Step, 'typed'>;
type Shown = Promise<SeeOther | ShownPage>;

/**
 * People of companies: a code to the address or the number that the municipality has. Citizens: a code to their
 * number, or one that the contact has read aloud; they have nothing to choose among, and are led to the start.
 */
@Controller([companyDoor.base, citizenDoor.base])
export class CodesController {
  constructor(private readonly codes: CodeSignIn) {}

  @Get()
  @Public()
  @Page()
  address(@WayIn() way: Way): Shown {
    return this.codes.showAddress({ ...way, typed: {} });
  }

  @Post()
  @Public()
  @FormToken()
  @Page()
  send(@WayIn() way: Way, @FormBody() typed: Typed): Shown {
    return this.codes.send({ ...way, typed });
  }

  @Get('kode')
  @Public()
  @Page()
  code(@WayIn() way: Way): Shown {
    return this.codes.showCode({ ...way, typed: {} });
  }

  @Post('kode')
  @Public()
  @FormToken()
  @Page()
  enter(@WayIn() way: Way, @FormBody() typed: Typed): Shown {
    return this.codes.enter({ ...way, typed });
  }

  @Post('kode/igen')
  @Public()
  @FormToken()
  @Page()
  again(@WayIn() way: Way, @FormBody() typed: Typed): Shown {
    return this.codes.sendAgain({ ...way, typed });
  }

  @Get('vaelg')
  @Public()
  @Page()
  choices(@WayIn() way: Way): Shown {
    return this.codes.showChoices({ ...way, typed: {} });
  }

  @Post('vaelg')
  @Public()
  @FormToken()
  @Page()
  choose(@WayIn() way: Way, @FormBody() typed: Typed): Shown {
    return this.codes.choose({ ...way, typed });
  }
}
