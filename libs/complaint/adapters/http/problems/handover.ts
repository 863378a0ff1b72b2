import type { ProblemCatalogue } from '#platform/http';
import { words } from './words.js';

export const HANDOVER_PROBLEMS = {
  'referral-not-served': {
    status: 409,
    title: words('转办通知书尚未送达', 'The notice of referral has not been served'),
    remedy: words('请先送达转办通知书。', 'Serve it on the lower office first (G12).'),
  },
  'transfer-not-sent': {
    status: 409,
    title: words('移送函尚未发出', 'The letter of transfer has not been sent'),
    remedy: words('请先发出移送函。', 'Send the letter of transfer first (G13).'),
  },
} as const satisfies ProblemCatalogue<string>;
