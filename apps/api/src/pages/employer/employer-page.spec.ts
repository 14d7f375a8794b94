import { describe, expect, test } from '@jest/globals';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { nobody } from '../../http/visitor.js';
import { Visit, type CompanyVisit } from './employer-page.js';

class Shop {
  open(@Visit() visit: CompanyVisit): CompanyVisit {
    return visit;
  }
}

type Read = (data: undefined, context: object) => CompanyVisit;
const [{ factory: read }] = Object.values(
  Reflect.getMetadata(ROUTE_ARGS_METADATA, Shop, 'open') as Record<string, { factory: Read }>,
) as [{ factory: Read }];
const visit = (request: object): CompanyVisit =>
  read(undefined, { switchToHttp: () => ({ getRequest: () => request }) });

describe('a visit of a company', () => {
  const actor = { role: 'employer', municipalityId: 'vejle', name: 'Ali', holder: 'test' };
  const visitor = { ...nobody, language: 'en', contact: { name: 'Mette Holm', phone: '20123456' } };

  test('says who it is, of which company, in which language, and whom to call', () => {
    const { contact } = visitor;
    const ali = { ...actor, companyId: 'frugt' };
    expect(visit({ actor: ali, visitor })).toEqual({
      actor: ali,
      companyId: 'frugt',
      language: 'en',
      contact,
    });
  });

  test.each([
    ['nobody', { visitor }],
    ['somebody without a company', { actor, visitor }],
    ['what the hooks have not seen', { actor: { ...actor, companyId: 'frugt' } }],
  ])('is not one of %s', (_, request) => {
    expect(() => visit(request)).toThrow('@Visit()');
  });
});
