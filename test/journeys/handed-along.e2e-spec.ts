import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { attachmentsIn } from '#complaint';
import { EventStore } from '#platform/event-store';
import { PersonalData, type PostgresPersonalData } from '#platform/personal-data';
import {
  attached,
  download,
  evidenceForm,
  filesIn,
  IN_SHIQIAO,
  IN_TIME,
  pdf,
  receivingCase,
  sha256Of,
  Story,
  transferred,
  World,
} from '../support/index.js';

let world: World;
beforeAll(async () => {
  world = await World.start({ beginAt: '2026-01-26T09:00:00+08:00' });
}, 60_000);
afterAll(() => world?.stop());

const TO_SHIQIAO = { jurisdiction: 'lower-level', competentOffice: 'shiqiao' };
const PHOTO = pdf('现场照片', 200_000);
const IDENTITY = pdf('身份证复印件');

describe('what the complainant has handed in goes along with the case', () => {
  let parent: Story;
  let child: Story;
  let subject: string;
  const at = (story: Story, attachmentId: string) => `${story.path}/attachments/${attachmentId}`;

  it('H02: the county that a case is referred to has its files, byte for byte, and they are stored once', async () => {
    parent = await Story.begin(world, IN_SHIQIAO);
    subject = (await parent.read()).complainants[0].subject;
    const photo = await attached(parent, PHOTO, { description: '门票所列项目未开放' });
    const identity = await attached(parent, IDENTITY, { kind: 'identity-document', belongsTo: subject });
    await parent.act('registrar', 'agents', {
      principals: [subject],
      name: '李律师',
      phone: '10087654321',
      powers: ['act', 'withdraw'],
      powerOfAttorney: '授权委托书 2026-4',
    });
    const stored = filesIn(world.filesFolder).size;
    await parent.decided({ outcome: 'refer-down' }, { ...TO_SHIQIAO, ...IN_TIME });
    await parent.served('D07');
    await world.settle();
    child = await receivingCase(parent);
    const { attachments } = await child.read();
    expect(attachments).toMatchObject([
      {
        attachmentId: photo.attachmentId,
        description: '门票所列项目未开放',
        sha256: sha256Of(PHOTO),
        from: { complaintId: parent.id, office: 'yunhai' },
      },
      { attachmentId: identity.attachmentId, belongsTo: subject, sha256: sha256Of(IDENTITY) },
    ]);
    const given = await download(world, at(child, photo.attachmentId), 'shiqiao/leader');
    expect([given.status, given.bytes.equals(PHOTO)]).toEqual([200, true]);
    expect(filesIn(world.filesFolder).size).toBe(stored);
    const named = [];
    for await (const { attachmentId } of attachmentsIn(world.app.get(EventStore))) named.push(attachmentId);
    expect(named).toEqual([photo.attachmentId, identity.attachmentId]);
  });

  it('H02: nobody else sees them: another office not at all, the sender not in the case that is not its own', async () => {
    const [photo, identity] = (await child.read()).attachments;
    expect((await download(world, at(child, photo.attachmentId), 'linhai/leader')).status).toBe(404);
    expect((await download(world, at(child, photo.attachmentId), 'leader')).status).toBe(403);
    const closed = await download(world, at(child, identity.attachmentId), 'shiqiao/leader');
    expect([closed.status, closed.code]).toEqual([403, 'attachment-of-a-person']);
    await child.act('leader', 'contact-disclosures', { subject, purpose: '核对身份' });
    const open = await download(world, at(child, identity.attachmentId), 'shiqiao/leader');
    expect(open.bytes.equals(IDENTITY)).toBe(true);
  });

  it("H02, G53: the complainant's agent is the agent there, and may do what he may", async () => {
    const { agents } = await child.read();
    expect(agents).toMatchObject([
      { name: '李**', principals: [subject], powers: ['act', 'withdraw'], from: { office: 'yunhai' } },
    ]);
    const consents = [agents[0].agentId];
    const taken = await child.act('registrar', 'withdrawal', { form: 'written', consents });
    expect(taken.body.events).toContain('ComplaintWithdrawn');
  });

  it('with the key of a person the paper is gone in both cases; what is of the case stays in both', async () => {
    const [photo, identity] = (await child.read()).attachments;
    await parent.act('leader', 'contact-disclosures', { subject, purpose: '核对身份' });
    await world.pool.query('delete from personal.keys where subject = $1', [subject]);
    await world.pool.query('update personal.subjects set erased_at = now() where subject = $1', [subject]);
    world.app.get<PostgresPersonalData>(PersonalData).forget(subject);
    const tried = [];
    for (const [story, by] of [[parent, 'leader'] as const, [child, 'shiqiao/leader'] as const]) {
      tried.push(
        (await download(world, at(story, identity.attachmentId), by)).code,
        (await download(world, at(story, photo.attachmentId), by)).status,
      );
    }
    expect(tried).toEqual(['attachment-erased', 200, 'attachment-erased', 200]);
  });

  it('H02: what comes in while another office has the case is sent after it, and comes back with it', async () => {
    const ours = await transferred(await Story.begin(world));
    const theirs = await receivingCase(ours, 'linhai');
    const late = await attached(ours, pdf('后来的发票'));
    await world.settle();
    const theirOwn = await theirs.act('registrar', 'attachments', evidenceForm(pdf('在临海提交的录音')));
    expect((await theirs.read()).attachments).toMatchObject([
      { attachmentId: late.attachmentId, from: { office: 'yunhai' } },
      { attachmentId: theirOwn.body.attachmentId },
    ]);
    await theirs.act('leader', 'return-to-sender', { reason: '合同在云海签订。' });
    await world.settle();
    const back = (await ours.read()).attachments;
    expect(back).toMatchObject([
      { attachmentId: late.attachmentId },
      { attachmentId: theirOwn.body.attachmentId, from: { office: 'linhai' } },
    ]);
    const given = await download(world, at(ours, theirOwn.body.attachmentId), 'leader');
    expect(given.bytes.equals(pdf('在临海提交的录音'))).toBe(true);
  });
});
