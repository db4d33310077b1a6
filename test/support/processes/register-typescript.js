import { register } from 'node:module';

/** `node --import`: a process of its own that runs our TypeScript. */
register('./typescript-loader.js', import.meta.url);
