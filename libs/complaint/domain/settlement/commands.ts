import type { Instant } from '#kernel';
import type { SettlementCheck, SettlementReport, SettlementSignature } from './facts.js';

/** The parties settle among themselves (协商和解). */
export interface SettlementCommands {
  ReportSettlement: Omit<SettlementReport, 'reportedAt' | 'recordedBy'> & { readonly reportedAt?: Instant };
  SignSettlement: Omit<SettlementSignature, 'settlementId' | 'signedAt' | 'recordedBy'> & {
    readonly signedAt?: Instant;
  };
  CheckSettlement: Pick<SettlementCheck, 'principles' | 'finding'> & { readonly checkedAt?: Instant };
}
