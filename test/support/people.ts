import type { Account, Role } from '#identity';

/**
 * The offices of the tests: two cities that know nothing of one another's cases, the province above both, and a county
 * below the first.
 */
export const OFFICES = ['yunhai', 'linhai', 'yunling', 'shiqiao'] as const;
export type OfficeId = (typeof OFFICES)[number];

/** One person a role, and a second where duties are kept apart between two of a kind. */
const POSTS = {
  hotline: 'hotline-agent',
  hotline2: 'hotline-agent',
  registrar: 'registrar',
  registrar2: 'registrar',
  officer1: 'officer',
  officer2: 'officer',
  'section-head': 'section-head',
  leader: 'leader',
  leader2: 'leader',
  auditor: 'auditor',
  administrator: 'administrator',
} as const satisfies Record<string, Role>;

export type Post = keyof typeof POSTS;
/** `registrar` is the one of yunhai; `linhai/registrar` that of another office. */
export type PersonName = Post | `${Exclude<OfficeId, 'yunhai'>}/${Post}` | 'stray' | 'everything';

export const POST_NAMES = Object.keys(POSTS) as Post[];

/** The account id of a person. */
export function idOf(name: PersonName): string {
  if (name === 'stray' || name === 'everything') return name;
  return name.includes('/') ? name.replace('/', '-') : `yunhai-${name}`;
}

/** Everybody who can sign in: four offices, one person of an office that is not configured, one with every role. */
export const ACCOUNTS: readonly Account[] = [
  ...OFFICES.flatMap((officeId) =>
    Object.entries(POSTS).map(([post, role]) => ({
      id: `${officeId}-${post}`,
      name: `${officeId} ${post}`,
      roles: [role],
      officeId,
    })),
  ),
  { id: 'stray', name: 'stray', roles: ['registrar'], officeId: 'nowhere' },
  {
    id: 'everything',
    name: 'everything',
    roles: ['registrar', 'officer', 'section-head', 'leader'],
    officeId: 'yunhai',
  },
];
