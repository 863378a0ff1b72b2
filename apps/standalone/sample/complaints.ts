import type { JsonObject } from '#kernel';
import complaints from './complaints.json' with { type: 'json' };

/** The sample complaint of that reference, as a request to register it. */
export function registrationOf(ref: string): JsonObject {
  const found = complaints.find((complaint) => complaint.ref === ref);
  if (!found) throw new Error(`there is no sample complaint ${ref}`);
  const { channel, receivedAt, complainants, respondent, contract, facts, claims, evidence } = found;
  const representatives = ('representatives' in found ? (found.representatives ?? []) : []).map((name) =>
    complainants.findIndex((complainant) => complainant.name === name),
  );
  return JSON.parse(
    JSON.stringify({
      channel,
      receivedAt,
      complainants,
      ...(representatives.length > 0 ? { representatives } : {}),
      respondent,
      ...(contract ? { contract } : {}),
      ...('harmDivision' in found ? { harmDivision: found.harmDivision } : {}),
      facts,
      claims,
      evidence,
    }),
  ) as JsonObject;
}
