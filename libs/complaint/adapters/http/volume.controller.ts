import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { type SignedIn } from '#identity';
import { Answers, setEtag, UuidParam } from '#platform/http';
import type { FastifyReply } from 'fastify';
import { Cases, happenedIn } from '../../use-cases/index.js';
import { VolumeDto } from './answers/volume.dto.js';

import { volumeInWords, volumeView } from './volume-view.js';
import { readCase } from './read-case.js';

/** The volume of a case (卷宗). */
@ApiTags('closing')
@Controller('v1/complaints')
export class VolumeController {
  constructor(private readonly cases: Cases) {}

  @Get(':id/volume')
  @ApiOperation({
    summary: 'Cover and table of contents of the volume (D21); as text with `Accept: text/plain`',
  })
  @Answers(200, VolumeDto, { description: 'The volume', etag: true })
  async volume(
    @UuidParam('id') id: string,
    @Headers('accept') accept: string | undefined,
    @Req() request: SignedIn,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | string> {
    const loaded = await readCase(this.cases, id, 'complaint.read', request);
    const volume = volumeView(loaded.state, happenedIn(loaded));
    setEtag(reply, loaded.revision);
    if (accept?.startsWith('text/plain') !== true) return { ...volume, revision: loaded.revision };
    void reply.type('text/plain; charset=utf-8');
    return volumeInWords(volume);
  }
}
