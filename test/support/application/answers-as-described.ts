import {
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import { DECORATORS } from '@nestjs/swagger';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Response } from 'express';
import { type Observable, tap } from 'rxjs';
import { readAnswers } from '../../../src/platform/http/described/answers.ts';

/**
 * Compares every answer of an application under test with the API document, and collects the
 * differences: another status, no address of what was created, or a member that is missing, of
 * another form, or not described at all.
 */
export class AnswersAsDescribed implements NestInterceptor {
  private readonly faults = new Set<string>();

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const handler = context.getHandler();
    const operation = `${context.getClass().name}_${handler.name}`;
    const others = Reflect.getMetadata(DECORATORS.API_RESPONSE, handler) as object | undefined;
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      tap((answer) => {
        const { statusCode: status } = response;
        const described = answers.operations[operation];
        if (status !== described?.status && !(status in (others ?? {})))
          this.faults.add(`${operation} answers ${status}`);
        if (described?.creates && status !== 200 && !response.hasHeader('location'))
          this.faults.add(`${operation} does not answer where it created something`);
        for (const fault of faultsOf(operation, answer)) this.faults.add(`${operation}${fault}`);
      }),
    );
  }

  /** @throws Error naming everything that was not as described */
  check(): void {
    if (this.faults.size > 0)
      throw new Error(`Not as the API document has it:\n${[...this.faults].join('\n')}`);
  }
}

function faultsOf(operation: string, answer: unknown): string[] {
  if (answer instanceof StreamableFile || !answers.operations[operation]?.body) return [];
  const isValid = validatorOf(operation);
  isValid(JSON.parse(JSON.stringify(answer ?? null)));
  return (isValid.errors ?? []).map(({ instancePath, message = '', params }) => {
    const where = instancePath.replace(/\/\d+/g, '/*');
    return `${where} ${message} ${JSON.stringify(params)}`;
  });
}

const answers = readAnswers();
// A test file asks few operations, so making a validator must be quick rather than running it.
const quick = { validateSchema: false, meta: false, inlineRefs: false, code: { optimize: false } };
const ajv = new Ajv2020({ ...quick, strict: false, allErrors: true, schemas: [closed()] });
addFormats.default(ajv);

/**
 * Returns the schemas of all answers. The document leaves room for future members; here each member
 * must be described.
 */
function closed(): object {
  const text = JSON.stringify({
    $id: 'api',
    operations: answers.operations,
    components: { schemas: answers.schemas },
  });
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === 'object' && value !== null && 'properties' in value
      ? { additionalProperties: false, ...value }
      : value,
  ) as object;
}

function validatorOf(operation: string): ValidateFunction {
  const key = `api#/operations/${operation}/body`;
  const found = ajv.getSchema(key);
  if (!found) throw new Error(`${operation} has no schema.`);
  return found;
}
