import type { Document, Example, OperationObject, Parameter, Schema } from '../../scripts/generate/openapi.js';

/** A change of the released contract, and the differences that must be found, as `impact where: what`. */
export interface BreakingCase {
  readonly title: string;
  readonly change: (spec: Spec) => void;
  readonly found: readonly string[];
}

type Responses = Record<
  string,
  { content: { 'application/json': { schema: Schema; examples: Record<string, unknown> } } }
>;

/** The parts of a bundle that the cases change. */
export class Spec {
  readonly document: Document;

  constructor(document: Document) {
    this.document = document;
  }

  /** The schema of that name, or the one that the path below it leads to, such as `SessionInfo.expiresIn` or `FailureCode.1`. */
  schema(path: string): Schema {
    const [name = '', ...rest] = path.split('.');
    return rest.reduce<Schema>(
      (schema, key) => found((schema.oneOf ?? schema.anyOf)?.[Number(key)] ?? schema.properties?.[key], path),
      found(this.document.components?.schemas?.[name], path),
    );
  }

  get schemas(): Record<string, Schema> {
    return found(this.document.components?.schemas, 'schemas');
  }

  parameter(name: string): Parameter {
    return this.component<Parameter>('parameters', name);
  }

  example(name: string): Example {
    return this.component<Example>('examples', name);
  }

  get responses(): Responses {
    return found(this.document.components?.['responses'], 'responses') as Responses;
  }

  operation(id: string): OperationObject & Record<string, unknown> {
    const all = Object.values(this.document.paths).flatMap((item) => Object.values(item) as OperationObject[]);
    return found(
      all.find(({ operationId }) => operationId === id),
      id,
    ) as OperationObject & Record<string, unknown>;
  }

  private component<T>(kind: string, name: string): T {
    return found(this.document.components?.[kind]?.[name], `${kind} ${name}`) as T;
  }
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the contract has no ${what}`);
  return value;
}
