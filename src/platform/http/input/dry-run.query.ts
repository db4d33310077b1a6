import { Flag } from './fields.ts';

/** Whether to change nothing, and only report what would change. */
export class DryRunQuery {
  @Flag('Change nothing; report what the change would do and whom it affects') dryRun = false;
}
