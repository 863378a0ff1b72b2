import { Injectable } from '@nestjs/common';
import { isRefusal, type JsonObject } from '#kernel';
import { checkContent, type CheckedContent } from '#platform/content-check';
import {
  checked,
  fileTooLarge,
  instantsOf,
  receiveForm,
  RefusalError,
  UploadSlots,
  type DtoClass,
  type IncomingFile,
} from '#platform/http';
import { FileTooLarge, ReceivedFile } from '#platform/sealed-files';
import type { FastifyRequest } from 'fastify';
import { AttachEvidence, Cases, type CaseRequest, type EvidenceAbout } from '../../../use-cases/index.js';
import type { Asked, Done } from '../endpoint.js';
import { readCase } from '../read-case.js';
import { attachedBy, type AttachedFile } from './attachment.dto.js';
import { AttachmentSettings } from './settings.js';

/** Somebody attaches a file to a case. */
export interface Attaching extends Omit<Asked, 'id' | 'body'> {
  readonly id: string;
  /** Where the files of the case are found. */
  readonly path: string;
}

/** Runs a command on a case, as the office's endpoint or the operator's. */
interface Endpoint {
  perform(
    asked: Attaching & Pick<Asked, 'body'>,
    command: (of: CaseRequest) => AttachEvidence,
  ): Promise<Done>;
}

/** Takes in a file: encrypted as it comes, looked at, and attached to its case. */
@Injectable()
export class EvidenceIntake {
  private readonly slots: UploadSlots;

  constructor(
    private readonly settings: AttachmentSettings,
    private readonly cases: Cases,
  ) {
    this.slots = new UploadSlots(settings.uploads);
  }

  /**
   * Attaches the file of the form, and tells what it did and how the file is called. Throws what is wrong with the form, or
   * refuses the content. Nothing is left of what was received.
   */
  async attach<Form extends object>(
    asked: Attaching,
    form: DtoClass<Form>,
    said: (about: Form) => EvidenceAbout,
    endpoint: Endpoint,
  ): Promise<{ readonly done: Done; readonly file: AttachedFile }> {
    const { id, action, request, reply, path } = asked;
    // Asked before a byte of the file is read, and again when it is recorded.
    await readCase(this.cases, id, action, request);
    const done = await this.receive(request, form, ({ sent, about, content, file }) =>
      endpoint.perform(
        { ...asked, body: sent },
        (of) => new AttachEvidence(of, { ...said(about), ...content }, file, this.settings.limits),
      ),
    );
    const file = attachedBy(done.events);
    void reply.header('location', `${path}/${file.attachmentId}`);
    return { done, file };
  }

  private receive<About extends object, T>(
    request: FastifyRequest,
    form: DtoClass<About>,
    work: (received: Received<About>) => Promise<T>,
  ): Promise<T> {
    return this.slots.during(() =>
      receiveForm(request, this.settings.fileBytes, async (said, incoming) => {
        const about = instantsOf(form)(checked(form, said, 'body')) as About;
        const file = await this.file(incoming);
        try {
          const content = await checkContent(file, incoming);
          if (isRefusal(content)) throw new RefusalError(content);
          return await work({ sent: sentWith(said, incoming, file), about, content, file });
        } finally {
          await file.close();
        }
      }),
    );
  }

  private async file({ content }: IncomingFile): Promise<ReceivedFile> {
    const { receivingFolder: folder, fileBytes: maxBytes } = this.settings;
    try {
      return await ReceivedFile.from(content, { folder, maxBytes });
    } catch (error) {
      throw error instanceof FileTooLarge ? fileTooLarge(error.limitBytes) : error;
    }
  }
}

/** A file that came with what is said of it, found fit to be kept. */
interface Received<About> {
  /** As it was sent; part of what tells a repetition from another request under the same key. */
  readonly sent: JsonObject;
  readonly about: About;
  readonly content: CheckedContent;
  readonly file: ReceivedFile;
}

function sentWith(about: JsonObject, { name, mediaType }: IncomingFile, file: ReceivedFile): JsonObject {
  return { about, file: { name: name ?? null, mediaType: mediaType ?? null, sha256: file.plain.sha256 } };
}
