import { People, type Account, type Role } from '#identity';

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
  'bureau-leader': 'bureau-leader',
  auditor: 'auditor',
  administrator: 'administrator',
} as const satisfies Record<string, Role>;

export type Post = keyof typeof POSTS;
/** `registrar` is the one of yunhai; `linhai/registrar` that of another office. */
export type PersonName =
  Post | `${Exclude<OfficeId, 'yunhai'>}/${Post}` | OperatorPerson | 'stray' | 'everything';

export const POST_NAMES = Object.keys(POSTS) as Post[];

/** Two operators: a complaint of one is not there for the other. */
export const OPERATORS = ['shanshui', 'shuncheng'] as const;
export type OperatorId = (typeof OPERATORS)[number];

const OPERATOR_POSTS = {
  clerk: 'operator',
  agent: 'operator',
  manager: 'operator-manager',
} as const satisfies Record<string, Role>;
export type OperatorPost = keyof typeof OPERATOR_POSTS;
export type OperatorPerson = `${OperatorId}/${OperatorPost}` | 'unserved/clerk';
export const OPERATOR_PEOPLE: readonly OperatorPerson[] = OPERATORS.flatMap((operator) =>
  (Object.keys(OPERATOR_POSTS) as OperatorPost[]).map((post) => `${operator}/${post}` as const),
);

/** The account id of a person. */
export function idOf(name: PersonName): string {
  if (name === 'stray' || name === 'everything') return name;
  return name.includes('/') ? name.replace('/', '-') : `yunhai-${name}`;
}

/** Everybody who can sign in: four offices, two operators, one person of each that is not configured, one with every role. */
export const ACCOUNTS: readonly Account[] = [
  ...OFFICES.flatMap((officeId) =>
    Object.entries(POSTS).map(([post, role]) => ({
      id: `${officeId}-${post}`,
      name: `${officeId} ${post}`,
      roles: [role],
      officeId,
    })),
  ),
  ...OPERATORS.flatMap((operatorId) =>
    Object.entries(OPERATOR_POSTS).map(([post, role]) => ({
      id: `${operatorId}-${post}`,
      name: `${operatorId} ${post}`,
      roles: [role],
      officeId: '',
      operatorId,
    })),
  ),
  { id: 'unserved-clerk', name: 'unserved', roles: ['operator'], officeId: '', operatorId: 'unserved' },
  { id: 'stray', name: 'stray', roles: ['registrar'], officeId: 'nowhere' },
  {
    id: 'everything',
    name: 'everything',
    roles: ['registrar', 'officer', 'section-head', 'leader'],
    officeId: 'yunhai',
  },
];

/** Everybody who can be named: a guide, of whom people complain, never signs in. */
export const PEOPLE = new People([...ACCOUNTS, { id: 'guide-7', officeId: '', operatorId: 'shanshui' }]);
