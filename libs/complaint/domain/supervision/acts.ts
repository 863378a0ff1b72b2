import type { Acts } from '../case/act.js';
import { IN_HAND } from '../case/phases.js';
import type { SupervisionCommands } from './commands.js';
import { answerUrge, isUrged, recallCase, reassignCase, urgeCase } from './supervision.js';

export const supervisionActs: Acts<SupervisionCommands> = {
  UrgeCase: { by: 'superior', from: IN_HAND, to: ['same'], decide: urgeCase },
  AnswerUrge: { from: IN_HAND, to: ['same'], guard: isUrged, decide: answerUrge },
  RecallCase: { by: 'superior', from: IN_HAND, to: ['handed-over'], decide: recallCase },
  ReassignCase: { by: 'superior', from: IN_HAND, to: ['handed-over'], decide: reassignCase },
};
