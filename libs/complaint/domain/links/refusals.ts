/** Why two complaints are not linked, or not parted. */
export const LINKS_REFUSALS = {
  'link-to-itself': [],
  'link-exists-already': [],
  'link-not-found': [],
  'linked-complaint-not-found': [],
} as const;
