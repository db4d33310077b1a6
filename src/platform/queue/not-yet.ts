/**
 * Thrown by a long job before its first step if its time has not come, and before any step if its
 * process is stopping. The job makes room for others and is tried again soon.
 */
export class NotYet extends Error {}
