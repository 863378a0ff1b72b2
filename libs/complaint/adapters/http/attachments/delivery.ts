import { applyDecorators, Get, Injectable } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { isRefusal } from '#kernel';
import { BlobStore } from '#platform/blob-store';
import { HttpLog, RefusalError } from '#platform/http';
import { ERASED, PersonalData } from '#platform/personal-data';
import { openFile } from '#platform/sealed-files';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { no, type Attachment, type ComplaintRefusal } from '../../../domain/index.js';
import { giveOut } from './inert-file.js';

/** Marks the route that gives a file out. */
export function GivesFile(summary: string): MethodDecorator {
  return applyDecorators(
    Get(':attachmentId'),
    ApiOperation({ summary }),
    ApiResponse({
      status: 200,
      description: 'The bytes as they were sent',
      content: { '*/*': { schema: { type: 'string', format: 'binary' } } },
    }),
  );
}

/** Opens a file of a case and gives it out. Whether somebody may have it was asked before. */
@Injectable()
export class AttachmentDelivery {
  constructor(
    private readonly personal: PersonalData,
    private readonly blobs: BlobStore,
    private readonly log: HttpLog,
  ) {}

  /** Refuses what is refused already, and what has been erased. Rejects with a `BlobFault` when the file is gone or altered. */
  async give(
    attachment: Attachment | ComplaintRefusal,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    if (isRefusal(attachment)) throw new RefusalError(attachment);
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
