import { describe, expect, it } from '@jest/globals';
import { Draw } from '../../../../test/builders/draw.js';
import { MaskTurn } from './mask-turn.js';

describe('words of bits turned into masks', () => {
  it('give every slot the bits of its rules, whichever rules are asked', () => {
    const random = new Draw(1);
    for (let round = 0; round < 200; round += 1) {
      const share = random.unit();
      const rules = Array.from({ length: 31 }, (_, rule) => rule).filter(() => random.chance(share));
      const turn = new MaskTurn(rules);
      turn.words.forEach((_, at) => (turn.words[at] = random.whole(0, 0xffff_ffff) | 0));
      const masks = new Int32Array(96);
      turn.write(masks, 32);
      const expected = Array.from({ length: 32 }, (_, slot) =>
        rules.reduce((mask, rule, at) => mask | (((turn.words[at]! >>> slot) & 1) << rule), 0),
      );
      expect([...masks.subarray(32, 64)]).toEqual(expected);
      expect([...masks.subarray(0, 32), ...masks.subarray(64)].every((mask) => mask === 0)).toBe(true);
    }
  });
});
