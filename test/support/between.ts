import type { Answer } from './client.js';
import type { OfficeId } from './people.js';
import { Story } from './story.js';
import type { World } from './world.js';

/** Against an operator in the county, where the contract was signed too. */
export const IN_SHIQIAO = {
  respondent: {
    name: '石桥县玉泉景区管理有限公司',
    kind: 'scenic-area',
    place: '石桥县',
    division: '990121',
  },
  contract: { signedDivision: '990121' },
};
const TO_SHIQIAO = { jurisdiction: 'lower-level', competentOffice: 'shiqiao' };
export const IN_TIME = { limitation: [{ claim: 0, class: 'other', startedOn: '2026-01-10' }] };

/** Decided to refer down to the county, and its notice served. */
export async function referred(world: World, office: 'yunhai' | 'yunling' = 'yunhai'): Promise<Story> {
  const story = await Story.begin(world, IN_SHIQIAO, { office });
  await story.decided({ outcome: 'refer-down' }, { ...TO_SHIQIAO, ...IN_TIME });
  await story.served('D07');
  await world.settle();
  return story;
}

/** Decided to transfer to the city beside ours, and its letter sent. */
export async function transferred(story: Story): Promise<Story> {
  const found = { jurisdiction: 'other-tourism-office', competentOffice: 'linhai' };
  await story.decided({ outcome: 'transfer' }, { ...found, jurisdictionReason: '合同签订地在临海。' });
  const letter = await story.issued('D08');
  await story.act('officer1', `documents/${letter}/dispatch`, { method: 'direct' });
  await story.world.settle();
  return story;
}

/** The case at the office that has it now. */
export async function receivingCase(story: Story, office: OfficeId = 'shiqiao'): Promise<Story> {
  const { handover } = await story.read();
  return Story.at(story.world, office, handover.receiving.complaintId as string);
}

export const codeOf = ({ status, body }: Answer): unknown[] => [status, body.code];
