import type { Acts } from '../case/act.js';
import { SUPERVISED } from '../case/phases.js';
import type { SupervisionCommands } from './commands.js';
import { answerUrge, isUrged, recallCase, reassignCase, urgeCase } from './supervision.js';

export const supervisionActs: Acts<SupervisionCommands> = {
  UrgeCase: { by: 'superior', from: SUPERVISED, to: ['same'], decide: urgeCase },
  AnswerUrge: { from: SUPERVISED, to: ['same'], guard: isUrged, decide: answerUrge },
  RecallCase: { by: 'superior', from: SUPERVISED, to: ['handed-over'], decide: recallCase },
  ReassignCase: { by: 'superior', from: SUPERVISED, to: ['handed-over'], decide: reassignCase },
};
