import { decidedCase, type Evolving } from '../case/evolving.js';
import type { HandoverEvents } from './events.js';

export const handoverEvolve: Evolving<HandoverEvents> = {
  ReferralReported: (state, { reportedAt, result }) => ({
    ...decidedCase(state, 'ReferralReported'),
    concludedAt: reportedAt,
    result,
  }),
  TransferClosed: (state, { decidedAt, reason }) => ({
    ...decidedCase(state, 'TransferClosed'),
    concludedAt: decidedAt,
    result: reason,
  }),
  TransferResultReceived: (state, { receivedAt, result }) => ({
    ...decidedCase(state, 'TransferResultReceived'),
    concludedAt: receivedAt,
    result,
  }),
};
