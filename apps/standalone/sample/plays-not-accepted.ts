import {
  assigned,
  begin,
  decided,
  drafted,
  issued,
  register,
  reviewed,
  served,
  there,
  type Play,
  type Step,
} from './play.js';

const COUNTY_REGISTRAR = 'shiqiao-registrar';
const COUNTY_OFFICER = 'shiqiao-officer';
const COUNTY_LEADER = 'shiqiao-leader';

/** What the county does with the case that was referred to it, and the city's urging (催办). */
function atShiqiao(): Step[] {
  const [officer, leader] = [COUNTY_OFFICER, COUNTY_LEADER];
  const opinion = '景区属本县管辖，建议受理。';
  return [
    there(COUNTY_REGISTRAR, begin('2026-11-09 10:30')),
    there(COUNTY_REGISTRAR, reviewed('2026-11-09 15:00', ['S2'], [['other', '2026-11-01']], opinion)),
    there(leader, decided('2026-11-10 09:00', 'accept')),
    there(leader, assigned('2026-11-10 09:10', officer)),
    there(officer, drafted('2026-11-10 10:00', officer, 'D04')),
    there(officer, drafted('2026-11-10 10:10', officer, 'D05')),
    there(leader, issued('2026-11-10 11:00', 'D04')),
    there(leader, issued('2026-11-10 11:00', 'D05')),
    there(
      officer,
      served('2026-11-11 09:30', officer, 'D04', ['投诉人本人', 'addressee', 'SQ-2026-1111-01']),
    ),
    there(
      officer,
      served('2026-11-18 10:00', officer, 'D05', ['景区办公室', 'receiving-staff', 'SQ-2026-1118-01']),
    ),
    there('section-head', {
      at: '2026-11-20 09:00',
      by: '',
      act: 'urge',
      body: { text: '请告知办理进展。' },
    }),
    there(leader, {
      at: '2026-11-23 09:30',
      by: '',
      act: 'answer-urge',
      body: { answer: '受理通知书均已送达，正等待被投诉人答复。' },
    }),
  ];
}

/** The sample complaints that go another way: transferred, rejected, referred down, or not decided yet. */
export const NOT_ACCEPTED: readonly Play[] = [
  {
    ref: 'C04',
    ends: 'transferred-out',
    steps: [
      register('2026-11-06 08:45', 'registrar'),
      begin('2026-11-06 08:50'),
      reviewed('2026-11-06 10:00', [], [['other', '2026-11-05']], '出租汽车运价争议，应移送交通运输部门。', {
        jurisdiction: 'other-department',
        competent: '云海市交通运输局',
        recommendation: 'transfer',
      }),
      decided('2026-11-06 14:30', 'transfer'),
      assigned('2026-11-06 14:40', 'officer2'),
      drafted('2026-11-09 09:00', 'officer2', 'D08'),
      issued('2026-11-09 10:30', 'D08'),
      {
        at: '2026-11-09 15:00',
        by: 'officer2',
        act: 'dispatch',
        document: 'D08',
        body: { method: 'direct' },
      },
      drafted('2026-11-09 15:10', 'officer2', 'D08C'),
      issued('2026-11-09 15:30', 'D08C'),
      served('2026-11-10 10:20', 'officer2', 'D08', [
        '交通运输局收发室',
        'receiving-staff',
        'HZ-2026-1110-01',
      ]),
      served('2026-11-10 11:00', 'officer2', 'D08C', ['投诉人本人', 'addressee', 'SD-2026-1110-02']),
    ],
  },
  {
    ref: 'C05',
    ends: 'rejection-served',
    steps: [
      register('2026-11-06 16:20', 'hotline'),
      begin('2026-11-06 16:40'),
      reviewed('2026-11-09 09:30', ['S1'], [['other', '2026-03-18']], '合同于三月履行完毕，已过投诉时效。', {
        recommendation: 'reject',
      }),
      decided('2026-11-09 15:00', 'reject', { reasons: ['R4'], remedies: ['civil-action', 'arbitration'] }),
      assigned('2026-11-09 15:10', 'officer1'),
      drafted('2026-11-09 15:40', 'officer1', 'D06'),
      issued('2026-11-09 16:30', 'D06'),
      served('2026-11-10 09:40', 'officer1', 'D06', ['孟昭阳', 'addressee', 'DX-2026-1110-01'], {
        method: 'electronic',
        consent: true,
      }),
    ],
  },
  {
    ref: 'C06',
    ends: 'referred-down',
    endsThere: 'awaiting-reply',
    steps: [
      register('2026-11-04 09:00', 'registrar'),
      begin('2026-11-04 09:10'),
      reviewed('2026-11-04 10:30', ['S2'], [['other', '2026-11-01']], '被投诉人在石桥县，宜转办县局。', {
        jurisdiction: 'lower-level',
        competentOffice: 'shiqiao',
        recommendation: 'refer-down',
      }),
      decided('2026-11-05 09:00', 'refer-down'),
      assigned('2026-11-05 09:10', 'officer1'),
      drafted('2026-11-05 14:00', 'officer1', 'D07'),
      issued('2026-11-06 09:30', 'D07'),
      { at: '2026-11-06 11:00', by: 'officer1', act: 'dispatch', document: 'D07', body: { method: 'mail' } },
      served(
        '2026-11-09 10:00',
        'officer1',
        'D07',
        ['石桥县局办公室', 'receiving-staff', 'YJ-2026-1106-31'],
        {
          method: 'mail',
        },
      ),
      drafted('2026-11-09 10:10', 'officer1', 'D08C'),
      issued('2026-11-09 10:20', 'D08C'),
      served('2026-11-09 10:25', 'officer1', 'D08C', ['投诉人本人', 'addressee', 'SD-2026-1109-02']),
      ...atShiqiao(),
    ],
  },
  {
    ref: 'C09',
    ends: 'under-review',
    steps: [register('2026-11-10 08:30', 'registrar'), begin('2026-11-10 09:00')],
  },
  {
    ref: 'C12',
    ends: 'rejection-served',
    steps: [
      register('2026-11-13 17:50', 'hotline'),
      begin('2026-11-16 09:00'),
      {
        at: '2026-11-16 09:20',
        by: 'registrar',
        act: 'request-supplement',
        body: {
          items: ['complainant-identity', 'respondent-identity', 'facts', 'claim', 'evidence'],
          note: '来电时已口头告知：请提供姓名、旅行社名称、行程及具体请求。',
        },
      },
      reviewed('2026-11-24 09:30', [], [], '逾期未补正，无具体被投诉人和请求，建议不予受理。', {
        unmetConditions: [
          'identified-respondent-and-concrete-claim',
          'complete-complaint-form',
          'evidence-reasonably-complete',
        ],
        recommendation: 'reject',
      }),
      decided('2026-11-24 14:00', 'reject', {
        reasons: ['R5'],
        remedies: ['complain-again-with-new-facts'],
      }),
      assigned('2026-11-24 14:10', 'officer1'),
      drafted('2026-11-24 14:30', 'officer1', 'D06'),
      issued('2026-11-24 15:30', 'D06'),
      served('2026-11-24 16:30', 'officer1', 'D06', ['匿名来电', 'addressee', 'DX-2026-1124-01'], {
        method: 'electronic',
        consent: true,
      }),
    ],
  },
];
