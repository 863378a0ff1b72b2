import { dayInChina } from '#kernel';
import type { Attempt, NumberRegister } from '#platform/event-sourcing';
import type { Office } from '../domain/index.js';

/** 投诉编号: the next number of the office and year; asked again for the same complaint, the same. */
export async function complaintNumber(
  numbers: NumberRegister,
  office: Office,
  complaintId: string,
  attempt: Attempt,
): Promise<string> {
  const year = dayInChina(attempt.now).slice(0, 4);
  const place = await numbers.allot(office.id, 'complaint', year, complaintId, attempt);
  return `${office.word}诉〔${year}〕${place}号`;
}
