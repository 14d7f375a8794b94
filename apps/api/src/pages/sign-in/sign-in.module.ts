import { Module } from '@nestjs/common';
import { HttpModule } from '../../http/http.module.js';
import { useCasesOf } from '../../http/use-case-providers.js';
import { CitizenCodeController } from './citizen-code.controller.js';
import { CodeCookie } from './code-cookie.js';
import { CodeSignIn } from './code-sign-in.js';
import { CompanyCodesController } from './company-codes.controller.js';
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
  controllers: [
    DoorsController,
    CompanyCodesController,
    CitizenCodeController,
    OidcController,
    KeptFormController,
    SignOutController,
  ],
  providers: [...services, ...useCasesOf([CodeSignIn, OidcController])],
})
export class SignInModule {}
