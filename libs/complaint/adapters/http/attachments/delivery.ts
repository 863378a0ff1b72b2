import { Injectable } from '@nestjs/common';
import { BlobStore } from '#platform/blob-store';
import { HttpLog, RefusalError } from '#platform/http';
import { ERASED, PersonalData } from '#platform/personal-data';
import { openFile } from '#platform/sealed-files';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { no, type Attachment } from '../../../domain/index.js';
import { giveOut } from './inert-file.js';

/** Opens a file of a case and gives it out. Whether somebody may have it was asked before. */
@Injectable()
export class AttachmentDelivery {
  constructor(
    private readonly personal: PersonalData,
    private readonly blobs: BlobStore,
    private readonly log: HttpLog,
  ) {}

  /** Refuses what has been erased. Rejects with a `BlobFault` when the file is gone or altered. */
  async give(attachment: Attachment, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { attachmentId: id, mediaType, size, sha256 } = attachment;
    const [name, key] = await Promise.all(
      [attachment.name, attachment.key].map((one) => this.personal.reveal(one)),
    );
    if (name === ERASED || key === ERASED || name === undefined || key === undefined)
      throw new RefusalError(no('attachment-erased'));
    const content = openFile({ id, key }, sha256, this.blobs.open(id));
    await giveOut({ name, mediaType, size, sha256, content }, { request, reply, log: this.log });
  }
}
