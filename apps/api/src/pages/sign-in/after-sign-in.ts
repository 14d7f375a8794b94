import { ownPath, type Account } from '#domain';
import { startPages } from '../../http/session/start-pages.js';

/** Where somebody wanted to go, when it is ours and not another role's; otherwise where the role begins. */
export function afterSignIn({ kind }: Account, wish: unknown): string {
  const own = startPages[kind];
  const path = ownPath(wish);
  if (path === undefined || /^\/(?:log-ind(?!\/gemt)|log-ud|demo)/.test(path)) return own;
  const isOthers = Object.values(startPages).some((start) => start !== own && isUnder(path, start));
  return isOthers ? own : path;
}

const isUnder = (path: string, start: string): boolean =>
  path === start || (/^[/?#]/.test(path.slice(start.length)) && path.startsWith(start));

/** `?til=…` behind an address of ours, when there is somewhere to go. */
export function withNext(address: string, wish: unknown): string {
  const path = ownPath(wish);
  if (path === undefined) return address;
  return `${address}${address.includes('?') ? '&' : '?'}til=${encodeURIComponent(path)}`;
}
