import fc from 'fast-check';

/**
 * The suite draws the same cases each time, so that only a change can fail it; the long form draws
 * new ones.
 */
if (process.env['SOAK'] !== '1') fc.configureGlobal({ seed: 2007_248 });
