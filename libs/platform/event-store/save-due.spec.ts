import { performance } from 'node:perf_hooks';
import { expect, it } from '@jest/globals';
import { isSaveDue } from './save-due.js';

it('who had nothing to do says how far it has come soon after the last event, and now and then while they keep coming', () => {
  const ago = (ms: number) => performance.now() - ms;
  expect([isSaveDue(ago(10), true), isSaveDue(ago(100), true)]).toEqual([false, true]);
  expect([isSaveDue(ago(100), false), isSaveDue(ago(300), false)]).toEqual([false, true]);
});
