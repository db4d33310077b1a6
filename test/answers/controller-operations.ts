import ts from 'typescript';

/** A method of a controller that a route leads to. */
export interface Operation {
  /** As Nest calls it: `QuotasController_get`. */
  id: string;
  /** Of its success, unless the method sets another one itself. */
  status: number;
  /** What it returns or promises. */
  answer: ts.TypeNode;
}

const verbs = /^@(Get|Post|Put|Patch|Delete|All|Sse)\(/;

/**
 * All operations of a program, those that a controller inherits under its own name.
 * @throws Error where a method does not say what it returns
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
  return { id, status: Number(code ?? (verb === 'Post' ? 201 : 200)), answer: within(type) };
}

/** What a promise is of, and what is streamed as JSON. */
function within(type: ts.TypeNode): ts.TypeNode {
  const wrapped =
    ts.isTypeReferenceNode(type) && /^(Promise|StreamedJson)$/.test(type.typeName.getText());
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
