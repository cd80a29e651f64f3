import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import type { ProblemCode } from '../domain/errors.ts';
import { problems } from './problems.ts';

const codes: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
};

/** Milliseconds for the answer to arrive. Then the connection is ended, whether the other side agrees or not. */
const lastWords = 1_000;

/** Answers bytes that are not an HTTP request, so that no framework ever sees them, with a problem all the same. */
export function answerRaw(socket: Duplex, error: NodeJS.ErrnoException): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = codes[error.code ?? ''] ?? 'malformed-request';
  const { status, title } = problems[code];
  const body = bodyOf(code);
  const head = [
    `HTTP/1.1 ${status} ${title.en}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  setTimeout(() => socket.destroy(), lastWords).unref();
}

/** Answers a request that expects something (`Expect: …`) that is not to be had. */
export function refuseExpectation(response: ServerResponse): void {
  response.writeHead(400, { 'Content-Type': 'application/problem+json', Connection: 'close' });
  response.end(bodyOf('malformed-request'));
}

function bodyOf(code: ProblemCode): string {
  const { status, title, en } = problems[code];
  return JSON.stringify({ type: 'about:blank', title: title.en, status, code, detail: en });
}
