import {
  BaseType,
  type Definition,
  type SubNodeParser,
  type SubTypeFormatter,
} from 'ts-json-schema-generator';
import ts from 'typescript';

type Keyword = 'string' | 'number';
type Member = ts.PropertyDeclaration | ts.PropertySignature;

const keywords = new Map<ts.SyntaxKind, Keyword>([
  [ts.SyntaxKind.StringKeyword, 'string'],
  [ts.SyntaxKind.NumberKeyword, 'number'],
]);

/**
 * What the type of a PostgreSQL column says of its values. Other types say no more than the
 * member's own type.
 */
const ofColumns = new Map<string, Definition>([
  ['int', { type: 'integer' }],
  ['bigint', { type: 'integer' }],
  ['uuid', { format: 'uuid' }],
  ['date', { format: 'date' }],
]);

/** What the names of members say (docs/architecture.md, Time, ids and names). */
const ofNames: Readonly<Record<Keyword, [RegExp, Definition][]>> = {
  string: [
    // The id of an advertisement is given by its channel, so it need not be a UUID.
    [/^(id|(?!adId$)\w+Ids?)$/, { format: 'uuid' }],
    [/^(on|\w+On)$/, { format: 'date' }],
    [/^(at|\w+At)$/, { format: 'date-time' }],
  ],
  number: [[/^version$/, { type: 'integer' }]],
};

/**
 * A string or a number with a known format. Its id is that of the plain type, so that conditional
 * types treat it like any other.
 */
class FormattedType extends BaseType {
  constructor(
    private readonly keyword: Keyword,
    readonly definition: Definition,
  ) {
    super();
  }

  getId(): string {
    return this.keyword;
  }
}

/**
 * Adds the known format to members that are strings or numbers: by the column that a member is read
 * from, or, if it has none, by its name.
 */
export class MemberFormats implements SubNodeParser, SubTypeFormatter {
  supportsNode(node: ts.Node): boolean {
    return formatOf(node) !== undefined;
  }

  createType(node: ts.Node): BaseType {
    const keyword = keywords.get(node.kind) ?? 'string';
    return new FormattedType(keyword, { type: keyword, ...formatOf(node) });
  }

  supportsType(type: BaseType): boolean {
    return type instanceof FormattedType;
  }

  getDefinition(type: FormattedType): Definition {
    return type.definition;
  }

  getChildren(): BaseType[] {
    return [];
  }
}

function formatOf(node: ts.Node): Definition | undefined {
  const keyword = keywords.get(node.kind);
  const member = keyword && memberAround(node);
  if (!member) return undefined;
  const column = columnOf(member);
  if (column !== undefined) return ofColumns.get(column);
  const name = member.name.getText();
  return ofNames[keyword].find(([names]) => names.test(name))?.[1];
}

/**
 * Returns the member that has this type, or has it as one alternative of a union or as an item of a
 * list.
 */
function memberAround(node: ts.Node): Member | null {
  const parent = node.parent as ts.Node | undefined; // none if the compiler made up the type
  if (!parent) return null;
  if (ts.isPropertyDeclaration(parent) || ts.isPropertySignature(parent)) return parent;
  const within =
    ts.isUnionTypeNode(parent) || ts.isArrayTypeNode(parent) || ts.isTypeOperatorNode(parent);
  return within ? memberAround(parent) : null;
}

/** Returns the type in `@Column('int')`, `@PrimaryColumn('uuid')` or `@Column({ type: 'int' })`. */
function columnOf(member: Member): string | undefined {
  const decorators = ts.canHaveDecorators(member) ? (ts.getDecorators(member) ?? []) : [];
  return decorators
    .map(({ expression }) => /^\w*Column\((?:\{ type: )?'(\w+)'/.exec(expression.getText())?.[1])
    .find((type) => type !== undefined);
}
