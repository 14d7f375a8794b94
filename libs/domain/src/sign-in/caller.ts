const OLD_IN_NEW = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
/** Groups of four hex digits that a provider gives to one household (RFC 6177); the rest is chosen at will. */
const OF_THE_NETWORK = 4;
const GROUPS = 8;

/** Where a request comes from, as far as it can be counted: an IPv4 address, or the /64 of an IPv6 address. */
export function networkOf(address: string): string {
  const old = OLD_IN_NEW.exec(address)?.[1];
  if (old !== undefined || !address.includes(':')) return old ?? address;
  const [head, tail] = address.split('%')[0]!.split('::').map(groupsOf);
  const zeros = tail ? new Array<string>(Math.max(0, GROUPS - head!.length - tail.length)).fill('0') : [];
  const network = [...head!, ...zeros, ...(tail ?? [])].slice(0, OF_THE_NETWORK);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}

const groupsOf = (part: string): string[] => part.split(':').filter((group) => group !== '');
