import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import { Readable } from 'node:stream';

const contentTypes: Record<string, string> = {
  '.xml': 'application/xml',
  '.json': 'application/json',
  '.ndjson': 'application/x-ndjson',
  '.csv': 'text/csv',
};

/** One organisation that calls the API, as its own program would. */
export class DemoCaller {
  constructor(
    private readonly url: string,
    readonly key: string,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.send<T>(path, { method: 'GET' });
  }

  post<T>(path: string, body: object): Promise<T> {
    const headers = { 'content-type': 'application/json' };
    return this.send<T>(path, { method: 'POST', headers, body: JSON.stringify(body) });
  }

  /** Streams a file to an operation that takes one. */
  upload<T>(path: string, file: string): Promise<T> {
    const type = contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream';
    const body = Readable.toWeb(createReadStream(file)) as NonNullable<RequestInit['body']>;
    const headers = { 'content-type': type };
    return this.send<T>(path, { method: 'POST', headers, body, duplex: 'half' });
  }

  private async send<T>(path: string, options: RequestInit): Promise<T> {
    const headers = { ...options.headers, authorization: `Bearer ${this.key}` };
    const answer = await fetch(new URL(path, this.url), { ...options, headers });
    const text = await answer.text();
    if (answer.ok) return JSON.parse(text || 'null') as T;
    throw new Error(`${options.method ?? 'GET'} ${path} was refused: ${text}`);
  }
}
