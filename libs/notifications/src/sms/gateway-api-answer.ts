import type { AnswerReader } from './understand-answer.js';

/** "Blacklisted": this number wants nothing from anybody. https://gatewayapi.com/docs/errors/ */
const BLACKLISTED = '0x0215';

/** GatewayAPI's answers, https://gatewayapi.com/docs/apis/rest/. */
export const gatewayApiAnswer: AnswerReader = {
  reference(body) {
    const ids = (body as { ids?: unknown } | null)?.ids;
    const first: unknown = Array.isArray(ids) ? ids[0] : undefined;
    return typeof first === 'number' || (typeof first === 'string' && first !== '') ? String(first) : null;
  },
  /** `-0x0216` for "insufficient credit". */
  errorCode(body) {
    const code = codeIn(body);
    return code ? `-${code}` : '';
  },
  isAboutNumber: (body) => codeIn(body) === BLACKLISTED,
};

function codeIn(body: unknown): string | null {
  const code = (body as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^0x[0-9a-f]{1,8}$/i.test(code) ? code.toLowerCase() : null;
}
