import { giveWay } from '../../src/platform/threads/give-way.ts';

/** Computes without end, behind whoever waits for an answer: the least that background work can do. */
giveWay();
let sum = 0;
for (;;) sum = (sum * 31 + 1) % 1_000_003;
