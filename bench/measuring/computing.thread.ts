import { giveWay } from '../../src/platform/threads/give-way.ts';

/**
 * Computes without end at low priority, so that requests go first: the least load that background
 * work can be.
 */
giveWay();
let sum = 0;
for (;;) sum = (sum * 31 + 1) % 1_000_003;
