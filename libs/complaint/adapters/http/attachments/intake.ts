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
import { AttachmentSettings } from './settings.js';

/** A file that came with what is said of it, found fit to be kept. */
export interface Received<About> {
  /** As it was sent; part of what tells a repetition from another request under the same key. */
  readonly sent: JsonObject;
  readonly about: About;
  readonly content: CheckedContent;
  readonly file: ReceivedFile;
}

/** Takes in a file: encrypted as it comes, looked at, and handed on for as long as the work with it lasts. */
@Injectable()
export class EvidenceIntake {
  private readonly slots: UploadSlots;

  constructor(private readonly settings: AttachmentSettings) {
    this.slots = new UploadSlots(settings.uploads);
  }

  /** Throws what is wrong with the form, or refuses the content. Nothing is left of the file afterwards. */
  receive<About extends object, T>(
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

function sentWith(about: JsonObject, { name, mediaType }: IncomingFile, file: ReceivedFile): JsonObject {
  return { about, file: { name: name ?? null, mediaType: mediaType ?? null, sha256: file.plain.sha256 } };
}
