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

/** What PostgreSQL holds in a column of each type; of the others there is no more to tell. */
const ofColumns = new Map<string, Definition>([
  ['int', { type: 'integer' }],
  ['bigint', { type: 'integer' }],
  ['uuid', { format: 'uuid' }],
  ['date', { format: 'date' }],
]);

/** What the names of members tell (docs/architecture.md, Time, ids and names). */
const ofNames: Readonly<Record<Keyword, [RegExp, Definition][]>> = {
  string: [
    // An advertisement's id is the one that its channel gave it.
    [/^(id|(?!adId$)\w+Ids?)$/, { format: 'uuid' }],
    [/^(on|\w+On)$/, { format: 'date' }],
    [/^(at|\w+At)$/, { format: 'date-time' }],
  ],
  number: [[/^version$/, { type: 'integer' }]],
};

/** A string or a number of which more is known; by its id it is one like others, as conditional types ask. */
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
 * Says of a member that is a string or a number what more is known of it: by the column that it is read
 * from, and where there is none by its name.
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

/** The member whose own type this is, or one of whose alternatives or items. */
function memberAround(node: ts.Node): Member | null {
  const parent = node.parent as ts.Node | undefined; // none where the compiler made up the type
  if (!parent) return null;
  if (ts.isPropertyDeclaration(parent) || ts.isPropertySignature(parent)) return parent;
  const within =
    ts.isUnionTypeNode(parent) || ts.isArrayTypeNode(parent) || ts.isTypeOperatorNode(parent);
  return within ? memberAround(parent) : null;
}

/** The type in `@Column('int')`, `@PrimaryColumn('uuid')` or `@Column({ type: 'int' })`. */
function columnOf(member: Member): string | undefined {
  const decorators = ts.canHaveDecorators(member) ? (ts.getDecorators(member) ?? []) : [];
  return decorators
    .map(({ expression }) => /^\w*Column\((?:\{ type: )?'(\w+)'/.exec(expression.getText())?.[1])
    .find((type) => type !== undefined);
}
