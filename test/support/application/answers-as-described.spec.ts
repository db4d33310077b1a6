import { describe, expect, it } from '@jest/globals';
import type { ExecutionContext } from '@nestjs/common';
import { lastValueFrom, of } from 'rxjs';
import { AnswersAsDescribed } from './answers-as-described.ts';

class AllocationRoundsController {
  readonly verify = (): void => undefined;
  readonly forget = (): void => undefined;
}

/** Checks an answer of the operation as an application under test does. */
async function check(
  operation: keyof AllocationRoundsController,
  answer: unknown,
  statusCode = 200,
): Promise<void> {
  const described = new AnswersAsDescribed();
  const context = {
    getClass: () => AllocationRoundsController,
    getHandler: () => new AllocationRoundsController()[operation],
    switchToHttp: () => ({ getResponse: () => ({ statusCode }) }),
  } as unknown as ExecutionContext;
  await lastValueFrom(described.intercept(context, { handle: () => of(answer) }));
  described.check();
}

describe("the check of an application's answers against their description", () => {
  it('lets an answer pass that is as described', async () => {
    await check('verify', { sound: false, faults: ['a seat twice'] });
  });

  it.each([
    ['lacks a member', { sound: true }, /required property 'faults'/],
    ['has one that is not described', { sound: true, faults: [], by: 'x' }, /"by"/],
    ['has one of another type', { sound: 'yes', faults: [] }, /\/sound must be boolean/],
  ])('reports an answer that %s', async (_, answer, fault) => {
    await expect(check('verify', answer)).rejects.toThrow(fault);
  });

  it('reports another status than described, and an operation that is not described', async () => {
    const answer = { sound: true, faults: [] };
    await expect(check('verify', answer, 201)).rejects.toThrow(/answers 201/);
    await expect(check('forget', undefined)).rejects.toThrow(/AllocationRoundsController_forget/);
  });
});
