import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash, randomUUID } from 'node:crypto';
import { PersonalData, type PostgresPersonalData } from '#platform/personal-data';
import {
  attached,
  download,
  evidenceForm,
  filesIn,
  idOf,
  pdf,
  POST_NAMES,
  reply,
  sha256Of,
  Story,
  World,
  type Answer,
  type PersonName,
} from '../support/index.js';

let world: World;
beforeAll(async () => {
  world = await World.start({
    beginAt: '2026-04-13T09:00:00+08:00',
    attachments: { TOUSU_FILE_LIMIT_MIB: '1', TOUSU_CASE_FILES_LIMIT_MIB: '2' },
  });
}, 60_000);
afterAll(() => world?.stop());

const stored = () => filesIn(world.filesFolder);

describe('a file as evidence', () => {
  it('G55: is attached, stands in the case with what proves it, and is given out byte for byte', async () => {
    const story = await Story.begin(world);
    const file = pdf('照片', 300_000);
    const answer = await story.attempt(
      'registrar',
      'attachments',
      evidenceForm(
        file,
        { kind: 'audio-visual', description: '入住当晚的照片' },
        { name: '../房间 "1".PDF' },
      ),
    );
    expect([answer.status, answer.body.events]).toEqual([201, ['EvidenceAttached']]);
    const { attachmentId, revision } = answer.body;
    expect(answer.headers.get('etag')).toBe(`"${revision}"`);
    expect(answer.headers.get('location')).toBe(`${story.path}/attachments/${attachmentId}`);
    expect(answer.body).toMatchObject({
      size: file.length,
      sha256: sha256Of(file),
      mediaType: 'application/pdf',
    });
    const [seen] = (await story.read()).attachments;
    expect(seen).toEqual({
      attachmentId,
      kind: 'audio-visual',
      submittedBy: 'complainant',
      name: '房间 _1_.pdf',
      description: '入住当晚的照片',
      mediaType: 'application/pdf',
      size: file.length,
      sha256: sha256Of(file),
      storedSize: stored().get(`blobs/${attachmentId.slice(0, 2)}/${attachmentId}`)?.length,
      storedSha256: sha256Of(stored().get(`blobs/${attachmentId.slice(0, 2)}/${attachmentId}`)!),
      receivedAt: expect.any(String),
      attachedBy: idOf('registrar'),
    });
    const given = await download(world, `${story.path}/attachments/${attachmentId}`);
    expect([given.status, given.bytes.equals(file)]).toEqual([200, true]);
  });

  it('is given out so that no browser runs, shows or keeps anything of it', async () => {
    const story = await Story.begin(world);
    const page = Buffer.from('<script>alert(document.domain)</script>');
    const { path } = await attached(story, page, {}, { name: "说明 (1)'s.txt", type: 'text/plain' });
    const { headers, bytes } = await download(world, path);
    expect(bytes.equals(page)).toBe(true);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-length': String(page.length),
      'content-disposition':
        "attachment; filename=\"__ (1)'s.txt\"; filename*=UTF-8''%E8%AF%B4%E6%98%8E%20%281%29%27s.txt",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
      'accept-ranges': 'none',
      'repr-digest': `sha-256=:${createHash('sha256').update(page).digest('base64')}:`,
    });
    const part = await (await world.as('leader')).download(path, { range: 'bytes=0-3' });
    expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([200, page.length]);
  });

  it('sent again under the same key is attached and stored once; another file under that key is refused', async () => {
    const story = await Story.begin(world);
    const key = randomUUID();
    const file = pdf('once');
    const send = (bytes: Buffer, name = 'a.pdf') =>
      story.attempt('registrar', 'attachments', evidenceForm(bytes, {}, { name }), { key, ifMatch: null });
    const before = stored().size;
    const first = await send(file);
    const again = await send(file);
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([
      201,
      201,
      'true',
    ]);
    expect(again.body.attachmentId).toBe(first.body.attachmentId);
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    for (const other of [await send(pdf('other')), await send(file, 'b.pdf')])
      expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    expect((await story.read()).attachments).toHaveLength(1);
    expect(stored().size).toBe(before + 1);
  });

  it('sent twice at the same moment under one key is attached and stored once', async () => {
    const story = await Story.begin(world);
    const key = randomUUID();
    const before = stored().size;
    const registrar = await world.as('registrar');
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        registrar.post(`${story.path}/attachments`, evidenceForm(pdf('twice')), { key }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.attachmentId)).size).toBe(1);
    expect((await story.read()).attachments).toHaveLength(1);
    expect(stored().size).toBe(before + 1);
  });

  it('many at the same moment are all attached, whichever comes first', async () => {
    const story = await Story.begin(world);
    const registrar = await world.as('registrar');
    const answers = await Promise.all(
      Array.from({ length: 15 }, (_, index) =>
        registrar.post(`${story.path}/attachments`, evidenceForm(pdf(`file ${index}`))),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 201));
    expect((await story.read()).attachments).toHaveLength(15);
  });

  it('needs no revision, and at an old one is refused and not stored', async () => {
    const story = await Story.begin(world);
    const before = stored().size;
    const stale = await story.attempt('registrar', 'attachments', evidenceForm(), { ifMatch: 0 });
    expect([stale.status, stale.body.code]).toEqual([412, 'precondition-failed']);
    expect(stored().size).toBe(before);
    const without = await story.attempt('registrar', 'attachments', evidenceForm(), { ifMatch: null });
    expect(without.status).toBe(201);
    const nonsense = await story.attempt('registrar', 'attachments', evidenceForm(), { ifMatch: '*' });
    expect([nonsense.status, nonsense.body.code]).toEqual([400, 'if-match-invalid']);
  });
});

describe('who may', () => {
  it('is what the matrix says, for both offices: content like free text, and for the auditor what proves it', async () => {
    const story = await (await Story.begin(world, {}, { by: 'hotline' })).filed();
    const answer = await story.act('officer1', 'attachments', evidenceForm());
    const path = `${story.path}/attachments/${answer.body.attachmentId}`;
    const may: PersonName[] = [
      'bureau-leader',
      'hotline',
      'registrar',
      'registrar2',
      'officer1',
      'section-head',
      'leader',
      'leader2',
    ];
    for (const post of POST_NAMES) {
      const { status, code } = await download(world, path, post);
      expect([post, status, code]).toEqual(
        may.includes(post) ? [post, 200, undefined] : [post, 403, 'forbidden'],
      );
      const other = await download(world, path, `linhai/${post}`);
      expect([post, other.status, other.code]).toEqual([post, 404, 'not-found']);
    }
    expect((await world.withToken().download(path)).status).toBe(401);
    const [seen] = (await story.get('', 'auditor')).body.attachments;
    expect(seen.name).toEqual({ withheld: true, commitment: expect.any(String) });
    expect(seen.sha256).toBe(sha256Of(pdf()));
    const [recorded] = (await story.read('/history')).events.filter(
      ({ type }: { type: string }) => type === 'EvidenceAttached',
    );
    expect(recorded.data).toMatchObject({
      sha256: sha256Of(pdf()),
      name: { sealed: 'attachment.name' },
      key: { sealed: 'attachment.key' },
    });
  });

  it('an upload that is refused for right or case is refused before anything of it is read', async () => {
    const story = await Story.begin(world);
    const before = [await world.stored(), stored().size];
    const tried = await Promise.all(
      (['auditor', 'leader', 'officer1', 'administrator', 'linhai/registrar'] as const).map(async (name) => {
        const { status, body } = await (
          await world.as(name)
        ).post(`${story.path}/attachments`, evidenceForm());
        return [name, status, body.code];
      }),
    );
    expect(tried).toEqual([
      ['auditor', 403, 'forbidden'],
      ['leader', 403, 'forbidden'],
      ['officer1', 403, 'forbidden'],
      ['administrator', 403, 'forbidden'],
      ['linhai/registrar', 404, 'not-found'],
    ]);
    expect([await world.stored(), stored().size]).toEqual(before);
  });

  it("a complainant's own paper opens for who says what for, on that day; and is gone with the person's key", async () => {
    const story = await Story.begin(world);
    const [{ subject }] = (await story.read()).complainants;
    const { path, attachmentId } = await attached(story, pdf('identity'), {
      kind: 'identity-document',
      belongsTo: subject,
    });
    expect(await download(world, path, 'registrar')).toMatchObject({
      status: 403,
      code: 'attachment-of-a-person',
    });
    await story.act('registrar', 'contact-disclosures', { subject, purpose: '核对身份' });
    expect((await download(world, path, 'registrar')).bytes.equals(pdf('identity'))).toBe(true);
    expect(await download(world, path, 'leader')).toMatchObject({
      status: 403,
      code: 'attachment-of-a-person',
    });

    await world.pool.query('delete from personal.keys where subject = $1', [subject]);
    await world.pool.query('update personal.subjects set erased_at = now() where subject = $1', [subject]);
    world.app.get<PostgresPersonalData>(PersonalData).forget(subject);
    expect(await download(world, path, 'registrar')).toMatchObject({
      status: 410,
      code: 'attachment-erased',
    });
    const [seen] = (await story.read()).attachments;
    expect([seen.attachmentId, seen.sha256, seen.name]).toEqual([
      attachmentId,
      sha256Of(pdf('identity')),
      { erased: true },
    ]);
  });
});

describe('a file attached by mistake', () => {
  it('is struck by somebody else with the reason; then nobody gets it, and it stays', async () => {
    const story = await Story.begin(world);
    const { path, attachmentId } = await attached(story);
    const actions = async (as: 'section-head' | 'leader') =>
      (await story.get('/actions', as)).body.actions.filter(
        ({ action }: { action: string }) => action === 'StrikeAttachment',
      );
    expect(await actions('section-head')).toMatchObject([
      { href: `${path}/strike`, allowed: true, attachmentId },
    ]);
    const own = await story.attempt('registrar', `attachments/${attachmentId}/strike`, {
      reason: '传错了。',
    });
    expect([own.status, own.body.code]).toEqual([403, 'forbidden']);
    const every = await world.as('everything');
    const { revision } = await story.read();
    const mine = await every.post(`${story.path}/attachments`, evidenceForm(pdf('mine')), {
      ifMatch: revision,
    });
    const strike = `${story.path}/attachments/${mine.body.attachmentId}/strike`;
    const self = await every.post(strike, { reason: '传错了。' }, { ifMatch: mine.body.revision });
    expect([self.status, self.body.code, self.body.rules]).toEqual([
      409,
      'attachment-struck-by-who-attached',
      ['H17'],
    ]);
    const struck = await story.attempt('section-head', `attachments/${attachmentId}/strike`, {
      reason: '他案材料。',
    });
    expect([struck.status, struck.body.events]).toEqual([200, ['AttachmentStruck']]);
    for (const as of ['registrar', 'section-head', 'leader'] as const)
      expect(await download(world, path, as)).toMatchObject({ status: 409, code: 'attachment-is-struck' });
    const [seen] = (await story.read()).attachments;
    expect(seen.struck).toMatchObject({ by: idOf('section-head'), reason: '他案材料。' });
    expect(stored().has(`blobs/${attachmentId.slice(0, 2)}/${attachmentId}`)).toBe(true);
    expect((await actions('leader')).map(({ href }: { href: string }) => href)).toEqual([strike]);
  });
});

describe('files of the operator complained of', () => {
  /** Sends a command of the operator at the revision it reads. */
  async function asOperator(story: Story, act: string, body: object): Promise<Answer> {
    const agent = await world.as('shanshui/agent');
    const path = `/v1/operator/cases/${story.id}`;
    const { revision } = (await agent.get(path)).body;
    return agent.post(`${path}/${act}`, body, { ifMatch: revision });
  }

  it('B07, B08: are attached, referred to in answer and settlement, seen again by it, and no others are', async () => {
    const story = await (await Story.begin(world)).notified();
    const clerk = await world.as('shanshui/clerk');
    const form = (file: Buffer, about: object, name: string) =>
      evidenceForm(file, { ...about, submittedBy: undefined }, { name });
    const opinion = pdf('本人同意以上处理。', 4_000);
    const sent = await clerk.post(
      `/v1/operator/cases/${story.id}/attachments`,
      form(opinion, { kind: 'party-statement', description: '投诉人签名' }, '书面意见.pdf'),
    );
    expect([sent.status, sent.body.events]).toEqual([201, ['EvidenceAttached']]);
    const { attachmentId, sha256 } = sent.body;
    expect([sha256, sent.headers.get('location')]).toEqual([
      sha256Of(opinion),
      `/v1/operator/cases/${story.id}/attachments/${attachmentId}`,
    ]);
    const path = sent.headers.get('location')!;
    const given = await download(world, path, 'shanshui/agent');
    expect([given.status, given.bytes.equals(opinion)]).toEqual([200, true]);

    const office = await attached(story);
    const theirs = await download(
      world,
      `/v1/operator/cases/${story.id}/attachments/${office.attachmentId}`,
      'shanshui/agent',
    );
    expect([theirs.status, theirs.code]).toEqual([404, 'attachment-not-in-case']);
    expect((await download(world, path, 'shuncheng/clerk')).status).toBe(404);
    const elsewhere = await (
      await world.as('shuncheng/clerk')
    ).post(`/v1/operator/cases/${story.id}/attachments`, form(opinion, { kind: 'documentary' }, 'a.pdf'));
    expect(elsewhere.status).toBe(404);
    const lied = await clerk.post(
      `/v1/operator/cases/${story.id}/attachments`,
      evidenceForm(opinion, { submittedBy: 'complainant' }),
    );
    expect([lied.status, lied.body.code]).toEqual([400, 'validation-failed']);

    const told = await asOperator(story, 'settlement', {
      terms: '三日内退还差价 520 元。',
      amountFen: 52_000,
      payBy: '2026-04-20',
      opinionAttachment: attachmentId,
    });
    expect([told.status, told.body.events]).toEqual([200, ['SettlementReported']]);
    const foreign = { ...reply(), attachments: [office.attachmentId] };
    const refused = await asOperator(story, 'reply', foreign);
    expect([refused.status, refused.body.code]).toEqual([404, 'attachment-not-in-case']);
    const answered = await asOperator(story, 'reply', {
      ...reply(),
      attachments: [attachmentId],
    });
    expect(answered.body.events).toEqual(['RespondentReplied']);
    const seen = (await clerk.get(`/v1/operator/cases/${story.id}`)).body;
    expect(seen.attachments).toMatchObject([
      { attachmentId, name: '书面意见.pdf', description: '投诉人签名' },
    ]);
    const { attachments, settlements } = await story.read();
    expect(attachments[0]).toMatchObject({
      attachmentId,
      submittedBy: 'respondent',
      operator: 'shanshui',
      attachedBy: idOf('shanshui/clerk'),
    });
    expect(settlements[0].report.opinionAttachment).toBe(attachmentId);
    const opened = await download(world, `${story.path}/attachments/${attachmentId}`, 'officer1');
    expect(opened.bytes.equals(opinion)).toBe(true);
  });
});
