const LONGEST = 1_000;
/** One slash and then anything but what a browser reads as another host. */
const OWN = /^\/(?![/\\])[^\\\s]*$/;
/** Browsers take these out of an address before they read it. */
const CONTROL = /\p{Cc}/u;

/**
 * Where to go after signing in, when it is a path of our own; undefined for everything else, so that no link to
 * our sign-in sends somebody on to a stranger.
 */
export function ownPath(wish: unknown): string | undefined {
  if (typeof wish !== 'string' || wish.length > LONGEST) return undefined;
  return OWN.test(wish) && !CONTROL.test(wish) ? wish : undefined;
}
