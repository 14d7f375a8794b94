import type { Entity } from '../kernel/index.js';

/** Three to five people whom a citizen knows by face (R33). Other sizes work, and are said to be other sizes. */
export interface Team extends Entity {
  name: string;
}

export const teamSize = { least: 3, most: 5 } as const;

export const isGoodTeamSize = (members: number): boolean =>
  members >= teamSize.least && members <= teamSize.most;
