import { say, type ProblemCatalogue } from '#platform/http';

const { list, words } = say;

/** What is said when somebody is named whom nobody knows. */
export const PERSON_PROBLEMS = {
  'person-unknown': {
    status: 422,
    title: words('没有这名可以指定的人员', 'Nobody with this id can be named here'),
    detail: ({ persons, fields, meant }) => {
      const isAlike = Array.isArray(meant) && meant.length > 0;
      return words(
        `不认识：${list(persons)}（字段 ${list(fields)}）。${isAlike ? `相近的标识：${list(meant)}。` : ''}`,
        `Not known: ${list(persons)} (in ${list(fields)}).${isAlike ? ` There is: ${list(meant)}.` : ''}`,
      );
    },
    remedy: words(
      '请填写本单位（本企业）人员登录所用的标识，须完全一致；新到人员请管理员先列入人员名单。',
      'Name people of your own office or operator by the id they sign in with, exactly; ask the administrator to put new people on the list of people first.',
    ),
  },
} as const satisfies ProblemCatalogue<'person-unknown'>;
