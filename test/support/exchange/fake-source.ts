import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a source says of one vacancy; moments in milliseconds since 1970 UTC. */
interface Said {
  reference: string;
  source: string;
  status: string;
  creationTimestamp: number;
  lastModificationTimestamp: number;
  closingTimestamp?: number;
}

/** What the content of the vacancy says. */
interface Opening {
  title: string;
  document: string;
  /** The agency that issued the id of the document. */
  agency: string;
  /** The status in the content. */
  code: string;
}

/** Answers in place of the source if it returns true. */
export type Hook = (response: ServerResponse, path: string, body: string) => boolean;

/** A service of the exchange that says whatever a test wants it to say. */
export class FakeSource {
  /** The paths asked for so far, in order. */
  readonly asked: string[] = [];
  hook: Hook = () => false;
  private readonly said = new Map<string, Said>();
  private readonly contents = new Map<string, string>();
  private readonly server = createServer((request, response) => void this.serve(request, response));

  /** Starts listening and returns the address, without `/getAll`. */
  async start(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /**
   * Offers an open vacancy, created at `at`. Its document has the id of the reference unless
   * `known` says otherwise.
   */
  open(reference: string, at: number, known: Partial<Said> & Partial<Opening> = {}): void {
    const { title = 'Enfermera', document = reference, agency = 'ES-JOBS', code = 'Active', ...said } = known;
    const moments = { creationTimestamp: at, lastModificationTimestamp: at };
    this.said.set(reference, { reference, source: 'fake', status: 'ACTIVE', ...moments, ...said });
    this.contents.set(reference, openingOf({ title, document, agency, code }));
  }

  /** Turns the vacancy into a tombstone. */
  close(reference: string, at: number): void {
    this.open(reference, at, { status: 'CLOSED', closingTimestamp: at });
    this.contents.delete(reference);
  }

  /** Removes the vacancy as if it had never existed. */
  forget(reference: string): void {
    this.said.delete(reference);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? '').slice(1);
    this.asked.push(path);
    const sent: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) sent.push(chunk);
    const body = Buffer.concat(sent).toString();
    if (this.hook(response, path, body)) return;
    response.end(JSON.stringify(this.answer(path, body)));
  }

  private answer(path: string, body: string): object {
    const all = [...this.said.values()];
    if (path === 'getAll') return { allReferences: all };
    if (path === 'getDetails') return { details: this.details(JSON.parse(body) as string[]) };
    const since = Number(path.slice('getChanges/'.length));
    const changed = all.filter((one) => one.lastModificationTimestamp > since);
    return { createdReferences: [], modifiedReferences: changed, closedReferences: [] };
  }

  private details(references: readonly string[]): Record<string, object> {
    const known = references.filter((reference) => this.said.has(reference));
    const each = known.map((one) => [one, { ...this.said.get(one), content: this.contents.get(one) }]);
    return Object.fromEntries(each) as Record<string, object>;
  }
} // prettier-ignore

function openingOf({ title, document, agency, code }: Opening): string {
  return `<PositionOpening xmlns="http://www.hr-xml.org/3" majorVersionID="3" minorVersionID="2">
    <DocumentID schemeAgencyID="${agency}" schemeVersionID="1.3">${document}</DocumentID>
    <PositionOpeningStatusCode>${code}</PositionOpeningStatusCode>
    <PositionProfile languageCode="es"><PositionTitle>${title}</PositionTitle>
      <PositionLocation><Address><CountryCode>ES</CountryCode></Address></PositionLocation>
      <PositionOrganization><OrganizationIdentifiers><OrganizationName>Hospital ${document}</OrganizationName>
      </OrganizationIdentifiers></PositionOrganization>
      <JobCategoryCode listName="ISCO2008" listURI="x" listVersionID="2008">2221</JobCategoryCode>
    </PositionProfile></PositionOpening>`;
}
