import {
  type BaseType,
  type CompletedConfig,
  Context,
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  DefinitionType,
  removeUnreachable,
} from 'ts-json-schema-generator';
import ts from 'typescript';
import type { Answers } from '../../src/platform/http/described/answers.ts';
import { operationsOf } from './controller-operations.ts';
import { MemberFormats } from './member-formats.ts';

const config: CompletedConfig = {
  ...DEFAULT_CONFIG,
  path: 'src/main.ts',
  tsconfig: 'tsconfig.build.json',
  skipTypeCheck: true, // `npm run types` has already checked them
  sortProps: false,
  encodeRefs: false,
};

/**
 * The return types of operations that answer no JSON (pages, tables, files, events, nothing): these
 * have no schema.
 */
const notJson = ['string', 'void', 'StreamableFile', 'Observable<MessageEvent>'];

/**
 * Reads what each operation answers from the return types of the controllers' methods. Leaves out
 * operations that always refuse.
 * @throws Error if a method has no return type, or if two different types have the same name
 */
export function readAnswers(): Answers {
  const program = createProgram(config);
  const formats = new MemberFormats();
  const parser = createParser(program, config, (chain) => chain.addNodeParser(formats));
  const formatter = createFormatter(config, (chain) => chain.addTypeFormatter(formats));
  const operations: Answers['operations'] = {};
  const schemas: Answers['schemas'] = {};
  for (const { id, status, creates, answer } of operationsOf(program)) {
    if (answer.kind === ts.SyntaxKind.NeverKeyword) continue;
    operations[id] = { status, ...(creates && { creates }) };
    if (notJson.includes(answer.getText())) continue;
    const type = withoutEmptyName(parser.createType(answer, new Context()));
    const body = formatter.getDefinition(type);
    operations[id].body = asComponent(body);
    const named: Answers['schemas'] = {};
    for (const part of formatter.getChildren(type))
      if (part instanceof DefinitionType)
        put(named, part.getName(), formatter.getDefinition(part.getType()));
    for (const [name, schema] of Object.entries(removeUnreachable(body, named)))
      put(schemas, componentName(name), asComponent(schema));
  }
  return { operations: sorted(operations), schemas: sorted(schemas) };
}

/** Sorts by name, so that a change of the code changes few lines of the file. */
function sorted<T>(named: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(named).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Returns the type itself where it has no name, so that its schema is written in place. */
function withoutEmptyName(type: BaseType): BaseType {
  const isNameless = type instanceof DefinitionType && type.getName() === type.getId();
  return isNameless ? type.getType() : type;
}

function put(schemas: Answers['schemas'], name: string, schema: object): void {
  const there = schemas[name];
  if (there && JSON.stringify(there) !== JSON.stringify(schema))
    throw new Error(`Two types would be called ${name}: name one of them otherwise.`);
  schemas[name] = schema;
}

/** Names a type in the document: `Page<Vacancy>` is VacancyPage, and `ApiKeyDto` is ApiKey. */
function componentName(name: string): string {
  const [, generic, argument] = /^(\w+)<(.+)>$/.exec(name) ?? [];
  if (generic === undefined || argument === undefined) return name.replace(/Dto$/, '');
  const words = componentName(argument).split(/\W+/);
  return `${words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}${generic}`;
}

/** Makes a schema part of the document. No object is closed, because members may be added later. */
function asComponent(schema: object): object {
  const text = JSON.stringify(schema, (key, value: unknown) => {
    if (key === '$ref' && typeof value === 'string')
      return `#/components/schemas/${componentName(value.replace('#/definitions/', ''))}`;
    return key === 'additionalProperties' && value === false ? undefined : inOne(value);
  });
  return JSON.parse(text) as object;
}

/**
 * Writes "either T or null" as `{ type: [T, null] }`, which more generators of clients understand.
 */
function inOne(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('anyOf' in value)) return value;
  const { anyOf, ...rest } = value;
  const [one, none, ...others] = anyOf as Record<string, unknown>[];
  const isSimple = typeof one?.['type'] === 'string' && !('enum' in one) && !('const' in one);
  if (!isSimple || none?.['type'] !== 'null' || others.length > 0) return value;
  return { ...one, type: [one['type'], 'null'], ...rest };
}
