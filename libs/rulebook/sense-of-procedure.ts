import { checkTwice, type Add } from './findings.js';
import type { DepositForm, DepositGround, Procedure } from './procedure.js';
import type { Rulebook } from './types.js';

const GROUNDS_OF: Record<DepositForm, readonly DepositGround[]> = {
  'compensation-decision': ['D1', 'D2', 'D3'],
  allocation: ['prepaid-loss', 'stranded'],
};

/** Who says something about the procedure, and whether what is said fits together. */
export function checkProcedure({ kind, procedure }: Rulebook, add: Add): void {
  if (procedure === undefined) {
    if (kind === 'statutory') add('missing', '/procedure');
    return;
  }
  if (kind === 'overlay') add('not-in-an-overlay', '/procedure');
  for (const name of [
    'revocationGrounds',
    'depositGrounds',
    'depositExclusions',
    'rejectionGrounds',
  ] as const)
    checkTwice(procedure[name].value, `/procedure/${name}/value`, add);
  checkGrounds(procedure, add);
  checkRemedies(procedure, add);
  checkDays(procedure.courtConfirmation?.value.days ?? 1, '/procedure/courtConfirmation/value/days', add);
  if (!procedure.closing.value) add('closing-without-approval', '/procedure/closing/value');
}

function checkGrounds({ depositForm, depositGrounds }: Procedure, add: Add): void {
  depositGrounds.value.forEach((ground, index) => {
    if (!GROUNDS_OF[depositForm.value].includes(ground))
      add('ground-of-another-form', `/procedure/depositGrounds/value/${String(index)}`, ground);
  });
}

/** Who is told that mediation is over must be told where else to turn (G57). */
function checkRemedies({ failedMediation, remedies }: Procedure, add: Add): void {
  const at = '/procedure/remedies/value';
  if (failedMediation.value === 'termination' && remedies.value.length === 0) add('empty', at);
  remedies.value.forEach(({ days = 1 }, index) => {
    checkDays(days, `${at}/${String(index)}/days`, add);
  });
  checkTwice(
    remedies.value.map(({ remedy }) => remedy),
    at,
    add,
  );
}

function checkDays(days: number, at: string, add: Add): void {
  if (!Number.isInteger(days)) add('not-whole', at, days);
  if (days <= 0) add('not-positive', at, days);
}
