import type { Designation, Dispute, JurisdictionRecord } from './facts.js';

/** Whose matter the complaint is (管辖、指定管辖, G04, G50). */
export interface JurisdictionEvents {
  JurisdictionDetermined: JurisdictionRecord;
  /** Offices do not agree whose it is: the common superior has to say (报请指定管辖). */
  DesignationSought: Dispute;
  /** `stays`: it is the office's that has it. */
  JurisdictionDesignated: Designation & { readonly stays: boolean };
}
