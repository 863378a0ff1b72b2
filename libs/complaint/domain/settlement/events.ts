import type { Instant } from '#kernel';
import type { SettlementCheck, SettlementReport, SettlementSignature } from './facts.js';

/** The parties settle among themselves (协商和解). */
export interface SettlementEvents {
  SettlementReported: SettlementReport;
  SettlementSigned: SettlementSignature;
  SettlementChecked: SettlementCheck;
  /** Nothing was reported in time: mediation is to be offered (G24). */
  SettlementReportOverdue: { readonly at: Instant };
}
