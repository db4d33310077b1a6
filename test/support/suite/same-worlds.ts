import fc from 'fast-check';

/**
 * Makes the suite draw the same cases each time, so that only a change can fail it. The soak draws
 * new ones.
 */
if (process.env['SOAK'] !== '1') fc.configureGlobal({ seed: 2007_248 });
