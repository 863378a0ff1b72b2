import { Controller, Module, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { checked, fileTooLarge, IsText, receiveForm, TakesFile, UploadSlots } from '../index.js';

export const MOST_BYTES = 2_000_000;
/** Uploads at the same time. */
export const SLOTS = 3;

export class AboutDto {
  @IsText({ max: 20 })
  what: string;
}

/** What the sample took in, whole or not. */
export const seen = { whole: 0, partly: 0 };
const slots = new UploadSlots(SLOTS);

/** Takes files and keeps nothing of them. */
@ApiTags('uploads')
@Controller('v1/uploads')
export class UploadController {
  @Post()
  @TakesFile(AboutDto)
  upload(@Req() request: FastifyRequest): Promise<object> {
    return slots.during(() =>
      receiveForm(request, MOST_BYTES, async (object, { name, mediaType, content }) => {
        const about = checked<AboutDto>(AboutDto, object, 'body');
        const hash = createHash('sha256');
        let bytes = 0;
        try {
          for await (const piece of content) {
            bytes += piece.length;
            if (bytes > MOST_BYTES) throw fileTooLarge(MOST_BYTES);
            hash.update(piece);
          }
        } catch (error) {
          seen.partly += 1;
          throw error;
        }
        seen.whole += 1;
        return { what: about.what, name, mediaType, bytes, sha256: hash.digest('hex') };
      }),
    );
  }
}

@Module({ controllers: [UploadController] })
export class UploadModule {}
