import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { traceIdOf } from './log/trace.js';
import type { ProblemRegistry } from './problems/catalogue.js';
import { preferredLanguage, PROBLEM_TYPE, problemDocument } from './problems/document.js';
import type { GenericCode } from './problems/generic.js';

const BY_PARSER_CODE: Readonly<Record<string, GenericCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
};

/** Answers what Node's parser gave up on, where no request exists yet; then ends the connection. */
export function answerParserErrors(registry: ProblemRegistry) {
  return (error: Error & { code?: string }, socket: Socket): void => {
    const begun = (socket as { _httpMessage?: ServerResponse })._httpMessage?.headersSent === true;
    if (error.code === 'ECONNRESET' || !socket.writable || begun) {
      socket.destroy();
      return;
    }
    const { status, body } = writtenDown(
      registry,
      BY_PARSER_CODE[error.code ?? ''] ?? 'malformed-request',
      traceIdOf({ headers: {} }),
    );
    socket.end(
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\ncontent-type: ${PROBLEM_TYPE}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n` +
        `cache-control: no-store\r\nconnection: close\r\n\r\n${body}`,
      () => socket.destroySoon(),
    );
  };
}

/** Node answers an unknown `Expect` with an empty 417; this one says why. */
export function answerExpectations(server: Server, registry: ProblemRegistry): void {
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    const { status, body } = writtenDown(registry, 'expectation-failed', traceIdOf(request));
    response
      .writeHead(status, {
        'content-type': PROBLEM_TYPE,
        'content-length': Buffer.byteLength(body),
        connection: 'close',
      })
      .end(body);
  });
}

function writtenDown(
  registry: ProblemRegistry,
  code: GenericCode,
  traceId: string,
): { status: number; body: string } {
  const document = problemDocument(
    registry,
    { code },
    { language: preferredLanguage(undefined), path: '/', traceId },
  );
  return { status: document.status, body: JSON.stringify(document) };
}
