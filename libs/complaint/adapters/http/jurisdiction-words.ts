import type { Words } from '#platform/http';
import type { SeveralCompetent } from '#rulebook';
import type {
  BasisFinding,
  Determination,
  Jurisdiction,
  OfficeTree,
  PlaceField,
} from '../../domain/index.js';
import { words } from './problems/words.js';

const BASES: Readonly<Record<BasisFinding['basis'], Words>> = {
  'respondent-place': words('被投诉人所在地', "the respondent's place"),
  'operator-domicile': words('经营者住所地', "the operator's domicile"),
  'contract-place': words('合同签订地', 'the place where the contract was signed'),
  'act-place': words('损害行为发生地', 'the place where the act was done'),
  'result-place': words('损害结果发生地', 'the place where its result came about'),
  'harm-place': words('损害行为发生地（需要立即制止）', 'the place of the harm that must be stopped at once'),
  'dispute-place': words('纠纷发生地', 'the place where the dispute arose'),
  'own-level': words('本级受理', 'the office that received it'),
  matter: words('事项性质', 'the nature of the matter'),
  designation: words('上级指定管辖', 'the designation by a superior office'),
};

const LEVELS: Readonly<Record<Jurisdiction, Words>> = {
  'own-level': words('本级', 'this office'),
  'lower-level': words('下级机构', 'a lower office'),
  'other-tourism-office': words('其他地方的旅游投诉处理机构', 'another tourism office'),
  'other-department': words('其他部门', 'another department'),
};

const FIELDS: Readonly<Record<PlaceField, Words>> = {
  'respondent.division': words('被投诉人所在地区划代码', "the division of the respondent's seat"),
  'contract.signedDivision': words('合同签订地区划代码', 'the division where the contract was signed'),
  harmDivision: words(
    '损害或纠纷发生地区划代码',
    'the division where the harm was done or the dispute arose',
  ),
};

const SEVERAL: Readonly<Record<SeveralCompetent, Words>> = {
  'agree-or-common-superior': words(
    '由各机构协商确定，或报请共同的上级指定',
    'they agree, or their common superior designates one',
  ),
  'first-to-receive': words('由最先收到投诉的机构办理', 'the first that received the complaint takes it'),
};

/** The determination as a person would put it. */
export function inWords(found: Determination, offices: OfficeTree): Words {
  const sentences = [
    conclusion(found, offices),
    ...found.bases.map((basis) => reason(basis, offices)),
    ...rest(found, offices),
  ];
  return words(sentences.map(({ zh }) => zh).join(''), sentences.map(({ en }) => en).join(' '));
}

function conclusion({ finding, certain, offices: ids }: Determination, offices: OfficeTree): Words {
  if (finding === undefined) return words('尚不能确定管辖。', 'Whose matter it is cannot be told yet.');
  const named = finding === 'own-level' ? undefined : nameOf(ids[0], offices);
  const level = LEVELS[finding];
  const who = named ? words(`${level.zh}（${named.zh}）`, `${level.en} (${named.en})`) : level;
  return certain
    ? words(`应由${who.zh}管辖。`, `It is the matter of ${who.en}.`)
    : words(
        `依已知情况由${who.zh}管辖，尚待核实。`,
        `As far as is known it is the matter of ${who.en}; this may change.`,
      );
}

function reason(
  { basis, article, verification, division, leadsTo, missing, office }: BasisFinding,
  offices: OfficeTree,
): Words {
  const { zh, en } = BASES[basis];
  const source = words(`（${article}，${verification}）`, `(${article}; ${verification})`);
  if (missing) return words(`${zh}：未知${source.zh}。`, `${capital(en)} is not known ${source.en}.`);
  const where = division === undefined ? words('', '') : words(` ${division}`, ` ${division}`);
  const to = leadsTo && LEVELS[leadsTo];
  const named = nameOf(office, offices);
  return words(
    `${zh}${where.zh}：${named?.zh ?? to?.zh ?? ''}${source.zh}。`,
    `${capital(en)}${where.en} leads to ${named?.en ?? to?.en ?? ''} ${source.en}.`,
  );
}

function rest({ missing, several, certain }: Determination, offices: OfficeTree): Words[] {
  const names = missing.map((field) => FIELDS[field]);
  const superior = nameOf(several?.commonSuperior, offices);
  return [
    ...(several
      ? [
          words(
            `多个机构有管辖权：${SEVERAL[several.value].zh}${superior ? `（${superior.zh}）` : ''}。`,
            `Several are competent: ${SEVERAL[several.value].en}${superior ? ` (${superior.en})` : ''}.`,
          ),
        ]
      : []),
    ...(names.length > 0 && !certain
      ? [
          words(
            `缺少：${names.map(({ zh }) => zh).join('、')}。`,
            `What is missing: ${names.map(({ en }) => en).join(', ')}.`,
          ),
        ]
      : []),
  ];
}

function nameOf(id: string | undefined, offices: OfficeTree): Words | undefined {
  return id === undefined ? undefined : offices.find(id)?.name;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
