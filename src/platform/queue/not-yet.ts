/** Thrown by a long job whose time has not come, before its first step: it makes room for others, and is tried again soon. */
export class NotYet extends Error {}
