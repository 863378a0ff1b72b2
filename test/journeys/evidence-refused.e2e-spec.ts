import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTestS3 } from '#testing';
import { attached, download, evidenceForm, filesIn, pdf, sha256Of, Story, World } from '../support/index.js';

let world: World;
beforeAll(async () => {
  world = await World.start({
    beginAt: '2026-04-13T09:00:00+08:00',
    attachments: { TOUSU_FILE_LIMIT_MIB: '1', TOUSU_CASE_FILES_LIMIT_MIB: '2' },
  });
}, 60_000);
afterAll(() => world?.stop());

const stored = () => filesIn(world.filesFolder);
const placeOf = (id: string) => join(world.filesFolder, 'blobs', id.slice(0, 2), id);

describe('what is not taken', () => {
  const part = (about: object) => evidenceForm(pdf(), { ...about });
  const file = (bytes: Buffer, name: string, type = 'application/octet-stream') =>
    evidenceForm(bytes, {}, { name, type });
  const CORPUS: [string, FormData, number, string][] = [
    ['nothing', file(Buffer.alloc(0), 'a.pdf'), 422, 'file-empty'],
    ['a program', file(Buffer.from('MZ\0\0\0'), 'a.exe'), 422, 'content-not-allowed'],
    ['a program called a picture', file(Buffer.from('\x7fELF\0\0'), 'a.jpg'), 422, 'content-not-allowed'],
    ['a PDF called a picture', file(pdf(), 'a.jpg', 'image/jpeg'), 422, 'content-not-as-declared'],
    ['a page', file(Buffer.from('<html></html>'), 'a.html', 'text/html'), 422, 'content-not-as-declared'],
    ['a name that ends in an invisible sign', file(pdf(), 'a.pdf\u202e.exe'), 422, 'content-not-as-declared'],
    ['an archive', file(Buffer.from('PK\u0003\u0004'), 'a.zip'), 422, 'archive-unsafe'],
    [
      'the test virus',
      file(
        Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')),
        'a.txt',
      ),
      422,
      'content-harmful',
    ],
    ['more than a file may have', file(pdf('', 1_048_577), 'a.pdf'), 413, 'body-too-large'],
    ['much more', file(pdf('', 3_000_000), 'a.pdf'), 413, 'body-too-large'],
    ['a kind of evidence that there is not', part({ kind: 'rumour' }), 400, 'validation-failed'],
    ['nobody who brought it', part({ submittedBy: 'passer-by' }), 400, 'validation-failed'],
    ['a field that nobody asked for', part({ approvedBy: 'me' }), 400, 'validation-failed'],
    ['somebody of another case', part({ belongsTo: randomUUID() }), 422, 'complainant-not-in-case'],
    ['tomorrow', part({ receivedAt: '2026-04-14T10:00:00+08:00' }), 422, 'happened-in-the-future'],
    ['before the complaint', part({ receivedAt: '2026-04-12T10:00:00+08:00' }), 422, 'happened-too-early'],
    ['no form', new FormData(), 400, 'malformed-upload'],
  ];

  it.each(CORPUS)(
    '%s: a problem that says so, and nothing is recorded or stored',
    async (_, form, status, code) => {
      const story = await Story.begin(world);
      const before = [await world.stored(), stored().size];
      const answer = await story.attempt('registrar', 'attachments', form);
      expect([answer.status, answer.body.code]).toEqual([status, code]);
      expect(answer.body.messages).toMatchObject({ zh: expect.any(Object), en: expect.any(Object) });
      expect([await world.stored(), stored().size]).toEqual(before);
    },
  );

  it('more than a case may hold, all together', async () => {
    const story = await Story.begin(world);
    await attached(story, pdf('', 1_000_000));
    await attached(story, pdf('', 1_000_000));
    const before = stored().size;
    const more = await story.attempt('registrar', 'attachments', evidenceForm(pdf('', 100_000)));
    expect([more.status, more.body.code, more.body.facts.limitBytes]).toEqual([
      422,
      'case-holds-enough-files',
      2_097_152,
    ]);
    expect(stored().size).toBe(before);
    await attached(story, pdf('', 90_000));
  });
});

describe('when the store fails', () => {
  it('a file that was altered or is gone is a fault with a reference, never wrong bytes', async () => {
    const story = await Story.begin(world);
    const small = await attached(story, pdf('small'));
    const large = await attached(story, pdf('large', 400_000));
    for (const { attachmentId } of [small, large]) {
      const bytes = stored().get(`blobs/${attachmentId.slice(0, 2)}/${attachmentId}`)!;
      bytes[bytes.length - 20]! ^= 1;
      writeFileSync(placeOf(attachmentId), bytes);
    }
    expect(await download(world, small.path)).toMatchObject({ status: 500, code: 'internal-fault' });
    const begun = await (await world.as('leader')).download(large.path);
    await expect(begun.arrayBuffer()).rejects.toThrow();
    rmSync(placeOf(small.attachmentId));
    expect(await download(world, small.path)).toMatchObject({ status: 500, code: 'internal-fault' });
  });

  it('a store that is away: 503, nothing is recorded, and the same key goes through later', async () => {
    const s3 = await startTestS3();
    const away = await World.start({
      beginAt: '2026-04-13T09:00:00+08:00',
      attachments: {
        TOUSU_ATTACHMENTS: `s3://${s3.bucket}/tousu`,
        AWS_ENDPOINT_URL_S3: s3.endpoint,
        AWS_ACCESS_KEY_ID: s3.account.accessKeyId,
        AWS_SECRET_ACCESS_KEY: s3.account.secretAccessKey,
      },
    });
    try {
      const story = await Story.begin(away);
      const before = await away.stored();
      const key = randomUUID();
      const send = () => story.attempt('registrar', 'attachments', evidenceForm(pdf('s3', 200_000)), { key });
      s3.failNext(3, 503, 'SlowDown');
      const busy = await send();
      expect([busy.status, busy.body.code, busy.headers.get('retry-after')]).toEqual([
        503,
        'service-unavailable',
        '5',
      ]);
      s3.failNext(1, 507, 'XMinioStorageFull');
      const full = await send();
      expect([full.status, full.body.code]).toEqual([507, 'storage-full']);
      expect(await away.stored()).toEqual(before);
      const done = await send();
      expect([done.status, [...s3.objects.keys()]]).toEqual([201, [`tousu/${done.body.attachmentId}`]]);
      const given = await (
        await away.as('leader')
      ).download(`${story.path}/attachments/${done.body.attachmentId}`);
      expect(sha256Of(Buffer.from(await given.arrayBuffer()))).toBe(done.body.sha256);
    } finally {
      await away.stop();
      await s3.stop();
    }
  }, 60_000);
});
