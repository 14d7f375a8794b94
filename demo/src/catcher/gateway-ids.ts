let last = 0;

/** A number that no earlier start of the demo gave out: the product keeps them and expects them to be unique. */
export function nextGatewayId(): number {
  last = Math.max(Date.now() * 1_000, last + 1);
  return last;
}
