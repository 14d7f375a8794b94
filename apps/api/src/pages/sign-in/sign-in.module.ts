import { Module } from '@nestjs/common';
import { HttpModule } from '../../http/http.module.js';
import { useCasesOf } from '../../http/use-case-providers.js';
import { CodeCookie } from './code-cookie.js';
import { CodeSignIn } from './code-sign-in.js';
import { CodesController } from './codes.controller.js';
import { DoorsController } from './doors.controller.js';
import { KeptFormController } from './kept-form.controller.js';
import { OidcClients } from './oidc/oidc-clients.js';
import { OidcSignIn } from './oidc/oidc-sign-in.js';
import { OidcController } from './oidc/oidc.controller.js';
import { SignOutController } from './sign-out.controller.js';

const services = [CodeCookie, CodeSignIn, OidcClients, OidcSignIn];

/** Signing in and out. */
@Module({
  imports: [HttpModule],
  controllers: [DoorsController, CodesController, OidcController, KeptFormController, SignOutController],
  providers: [...services, ...useCasesOf([CodeSignIn, OidcController])],
})
export class SignInModule {}
