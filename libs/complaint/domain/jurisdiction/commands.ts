import type { Sealed } from '#kernel';

/** Whose matter the complaint is (指定管辖, G50). The finding itself is a point of the review. */
export interface JurisdictionCommands {
  /** @property other id of the office that the dispute is with */
  SeekDesignation: { readonly other?: string; readonly reason: Sealed };
  /** @property office id of the office whose it is from now on */
  DesignateJurisdiction: { readonly office: string; readonly reason: Sealed };
}
