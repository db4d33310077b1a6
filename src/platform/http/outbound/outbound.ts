import { lookup as resolveName, type LookupAddress } from 'node:dns';
import { type IncomingHttpHeaders, type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { Outbound } from '../../config/config.ts';
import type { InEach } from '../../language/language.ts';
import { gunzip } from '../../formats/packed/gzip-file.ts';
import { reasonOf } from '../../observability/reason-of.ts';
import { isPublicAddress } from './public-address.ts';

/** A request to an address that a user configured. */
export interface OutboundRequest {
  url: URL;
  /** A body to send as JSON by POST; without it, the request is a GET. */
  body?: unknown;
  /** The most bytes of an answer, unpacked. A longer answer is an error. */
  mostBytes: number;
  /** The time for the whole exchange, in milliseconds. */
  timeout: number;
  /** Aborts the request. */
  stop?: AbortSignal;
}

export interface OutboundAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  /** The unpacked body in pieces as they came, so that a long answer is never one text. */
  body: readonly Uint8Array[];
}

const refusals = {
  password: {
    en: 'The address must not contain a user name or a password. Remove them.',
    fr: "L'adresse ne doit contenir ni nom d'utilisateur ni mot de passe. Supprimez-les.",
    es: 'La dirección no debe contener ni nombre de usuario ni contraseña. Elimínelos.',
    ar: 'يجب ألا يتضمن العنوان اسم مستخدم ولا كلمة سر. احذفوهما.',
  },
  protocol: {
    en: 'The address must begin with https.',
    fr: "L'adresse doit commencer par https.",
    es: 'La dirección debe empezar por https.',
    ar: 'يجب أن يبدأ العنوان بـ https.',
  },
  host: {
    en: 'The address is not on the public internet. Use a public address.',
    fr: "Cette adresse n'est pas sur l'internet public. Indiquez une adresse publique.",
    es: 'La dirección no está en la internet pública. Indique una dirección pública.',
    ar: 'هذا العنوان ليس على الإنترنت العمومي. استعملوا عنوانا عموميا.',
  },
} as const;

/** Returns why an address may not be called as it is written; null if it may be called. */
export function refusalOf(url: URL, outbound: Outbound): InEach | null {
  if (url.username !== '' || url.password !== '') return refusals.password;
  if (outbound === 'any') {
    return ['http:', 'https:'].includes(url.protocol) ? null : refusals.protocol;
  }
  if (url.protocol !== 'https:') return refusals.protocol;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return isIP(host) && !isPublicAddress(host) ? refusals.host : null;
}

/**
 * Sends a request to an address that somebody outside may have chosen (server-side request forgery,
 * OWASP A10:2021). Redirects are not followed. The name is checked as it is resolved for this very
 * connection, so that it cannot change to a private address in between.
 * @throws Error if the address is refused or out of reach, or if the answer is too slow, too long
 * or breaks off
 */
export async function sendOut(
  request: OutboundRequest,
  outbound: Outbound,
): Promise<OutboundAnswer> {
  const { url, body, timeout } = request;
  const refusal = refusalOf(url, outbound);
  if (refusal !== null) throw new Error(refusal.en);
  const send = url.protocol === 'https:' ? overHttps : overHttp;
  const text = body === undefined ? null : JSON.stringify(body);
  const late = AbortSignal.timeout(timeout);
  const options = {
    method: text === null ? 'GET' : 'POST',
    headers: {
      accept: 'application/json',
      'accept-encoding': 'gzip',
      ...(text !== null && { 'content-type': 'application/json' }),
      ...(text !== null && { 'content-length': Buffer.byteLength(text) }),
    },
    signal: request.stop ? AbortSignal.any([late, request.stop]) : late,
    ...(outbound === 'any' ? {} : { lookup: lookupPublic }),
  };
  const answered = new Promise<OutboundAnswer>((resolve, reject) => {
    const sent = send(url, options, (answer) => {
      readAnswer(answer, request.mostBytes).then(resolve, reject);
    });
    sent.on('error', reject);
    sent.end(text ?? undefined);
  });
  return answered.catch((error: unknown) => {
    if (late.aborted)
      throw new Error(`The answer did not arrive completely within ${timeout / 1_000} seconds.`);
    throw new Error(reasonOf(error), { cause: error });
  });
}

async function readAnswer(answer: IncomingMessage, mostBytes: number): Promise<OutboundAnswer> {
  const { statusCode: status = 0, headers } = answer;
  const body: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of unpacked(answer)) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Error(`The answer is longer than ${mostBytes} bytes.`);
    body.push(chunk);
  }
  return { status, headers, body };
}

/** Unpacks the answer. Some services send gzip even if it was not asked for. */
function unpacked(answer: IncomingMessage): AsyncIterable<Uint8Array> {
  const encoding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (encoding === 'identity' || encoding === '') return answer;
  if (encoding === 'gzip' || encoding === 'x-gzip') return gunzip(answer);
  answer.destroy();
  throw new Error(
    `The answer is compressed as "${encoding.slice(0, 40)}", which was not requested.`,
  );
}

/** Resolves a name, and refuses it if any of its addresses is not public. */
const lookupPublic: LookupFunction = (name, options, done) => {
  resolveName(name, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    // With an error there are no addresses, whatever the types say. Throwing here would end the
    // process.
    const [first] = error ? [] : addresses;
    if (error) done(error, '');
    else if (!first || addresses.some(({ address }) => !isPublicAddress(address)))
      done(new Error(`${name} does not resolve to an address of the public internet.`), '');
    else if (options.all) done(null, addresses);
    else done(null, first.address, first.family);
  });
};
