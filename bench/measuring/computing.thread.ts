import { lowerOwnPriority } from '../../src/platform/threads/lower-priority.ts';

/**
 * Computes without end at low priority, so that requests go first: the least load that background
 * work can be.
 */
lowerOwnPriority();
let sum = 0;
for (;;) sum = (sum * 31 + 1) % 1_000_003;
