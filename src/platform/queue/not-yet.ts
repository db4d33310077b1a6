/**
 * Thrown by a long job before its first step if its time has not come. The job makes room for
 * others and is tried again soon.
 */
export class NotYet extends Error {}
