import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { extname } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

const contentTypes: Record<string, string> = {
  '.xml': 'application/xml',
  '.json': 'application/json',
  '.ndjson': 'application/x-ndjson',
  '.csv': 'text/csv',
};

/** An organisation that calls the API as its own program would. */
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

  /**
   * Streams a file to an operation that takes one, no faster than the server reads it. `fetch`
   * would not wait for the server.
   */
  async upload<T>(path: string, file: string): Promise<T> {
    const type = contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream';
    const headers = { 'content-type': type, authorization: `Bearer ${this.key}` };
    const sent = request(new URL(path, this.url), { method: 'POST', headers });
    const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
    const [[answer]] = await Promise.all([answered, pipeline(createReadStream(file), sent)]);
    const { statusCode = 0 } = answer;
    return JSON.parse(accepted(file, statusCode < 300, await text(answer))) as T;
  }

  private async send<T>(path: string, options: RequestInit): Promise<T> {
    const headers = { ...options.headers, authorization: `Bearer ${this.key}` };
    const answer = await fetch(new URL(path, this.url), { ...options, headers });
    const what = `${options.method ?? 'GET'} ${path}`;
    return JSON.parse(accepted(what, answer.ok, await answer.text())) as T;
  }
}

/**
 * Returns the text of an accepted answer, `null` if it is empty. `what` was sent.
 * @throws Error with what the refusal says to people
 */
function accepted(what: string, isTaken: boolean, answer: string): string {
  if (isTaken) return answer || 'null';
  const { detail } = JSON.parse(answer) as { detail: string };
  throw new Error(`${what} was refused: ${detail}`);
}
