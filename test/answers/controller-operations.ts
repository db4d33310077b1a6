import ts from 'typescript';

/** A method of a controller that has a route. */
export interface Operation {
  /** The id that Nest gives it, such as `QuotasController_get`. */
  id: string;
  /** The status of success, unless the method sets another itself. */
  status: number;
  /** Whether it creates one resource that has an address. */
  creates: boolean;
  /** The type of the answer: what the method returns, promises or stores. */
  answer: ts.TypeNode;
}

const verbs = /^@(Get|Post|Put|Patch|Delete|All|Sse)\(/;

/**
 * Returns all operations of a program, including those that a controller inherits, under that
 * controller's name.
 * @throws Error if a method does not declare its return type
 */
export function operationsOf(program: ts.Program): Operation[] {
  const checker = program.getTypeChecker();
  return program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.endsWith('.controller.ts'))
    .flatMap((file) => file.statements.filter(ts.isClassDeclaration))
    .filter((controller) => findDecorator(controller, /^@Controller\(/))
    .flatMap((controller) =>
      checker
        .getPropertiesOfType(checker.getTypeAtLocation(controller))
        .flatMap(({ valueDeclaration: one }) => (one && ts.isMethodDeclaration(one) ? [one] : []))
        .flatMap((method) => operationOf(controller, method) ?? []),
    );
}

function operationOf(of: ts.ClassDeclaration, method: ts.MethodDeclaration): Operation | null {
  const verb = findDecorator(method, verbs)?.[1];
  if (verb === undefined) return null;
  const id = `${of.name?.text ?? ''}_${method.name.getText()}`;
  const { type } = method;
  if (!type) throw new Error(`${id} does not say what it answers: write its return type.`);
  const code = findDecorator(method, /^@HttpCode\((\d+)\)/)?.[1];
  const status = Number(code ?? (verb === 'Post' ? 201 : 200));
  const creates = findDecorator(method, /^@Creates\(/) !== undefined;
  return { id, status, creates, answer: within(type) };
}

/** Unwraps promises, streamed JSON and what is stored. */
function within(type: ts.TypeNode): ts.TypeNode {
  const wrapped =
    ts.isTypeReferenceNode(type) && /^(Promise|StreamedJson|Stored)$/.test(type.typeName.getText());
  const [inner] = (wrapped && type.typeArguments) || [];
  return inner ? within(inner) : type;
}

function findDecorator(
  node: ts.ClassDeclaration | ts.MethodDeclaration,
  like: RegExp,
): RegExpExecArray | undefined {
  const decorators = ts.getDecorators(node) ?? [];
  return decorators.map((decorator) => like.exec(decorator.getText())).find((one) => one !== null);
}
