import { Global, Module } from '@nestjs/common';
import { HttpModule } from '../../http/http.module.js';
import { useCasesOf } from '../../http/use-case-providers.js';
import { DemoPeople } from './demo-people.js';
import { DemoSignInController } from './demo-sign-in.controller.js';

/** Part of the app in demo mode only; global, so that the front page can ask for the people where there are some. */
@Global()
@Module({
  imports: [HttpModule],
  controllers: [DemoSignInController],
  providers: [...useCasesOf([DemoPeople]), DemoPeople],
  exports: [DemoPeople],
})
export class DemoModule {}
