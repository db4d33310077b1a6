/**
 * Reports the progress of a soak in lines of its own, so that a slow soak does not look like one
 * that hangs.
 */
export class ToldProgress {
  private readonly startedAt = performance.now();

  tell(what: string): void {
    if (process.env['SOAK'] !== '1') return;
    const seconds = Math.round((performance.now() - this.startedAt) / 1000);
    process.stderr.write(`${String(seconds).padStart(5)} s  ${what}\n`);
  }

  /** Reports every hundredth item, and the last. */
  tellOf(done: number, total: number): void {
    if (done % 100 === 0 || done === total) this.tell(`  ${done} of ${total}`);
  }
}
