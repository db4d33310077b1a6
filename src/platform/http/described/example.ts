import type { OpenAPIObject } from '@nestjs/swagger';

/** The examples by the name of their class, under which the API document has its schema. */
const examples = new Map<string, object>();

/**
 * Gives the API document a whole body of this class from which a reader can start. A test sends
 * each of them: an operation takes it, except for ids, which belong to nothing.
 */
export function Example(body: object): ClassDecorator {
  return ({ name }) => {
    examples.set(name, body);
  };
}

/** An id in examples (RFC 9562, A.6). */
export const EXAMPLE_ID = '017f22e2-79b0-7cc3-98c4-dc0c0c07398f';

/** Adds to each schema the example of its class. */
export function addExamples(schemas: NonNullable<OpenAPIObject['components']>['schemas']): void {
  for (const [name, schema] of Object.entries(schemas ?? {}))
    if (examples.has(name)) Object.assign(schema, { example: examples.get(name) });
}
