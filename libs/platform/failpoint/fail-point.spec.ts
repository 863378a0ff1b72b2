import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { armFailPoint, FAIL_POINTS, failPoint, FailPointRefused } from './index.js';

describe('fail points', () => {
  const kill = jest.spyOn(process, 'kill').mockReturnValue(true);
  afterEach(() => {
    armFailPoint(undefined, true);
    kill.mockClear();
  });

  it('does nothing unless armed, and nothing at another point', () => {
    failPoint('after-append');
    armFailPoint('after-number', true);
    failPoint('after-append');
    expect(kill).not.toHaveBeenCalled();
  });

  it('kills at the n-th passage', () => {
    armFailPoint('after-append:3', true);
    failPoint('after-append');
    failPoint('after-append');
    expect(kill).not.toHaveBeenCalled();
    failPoint('after-append');
    expect(kill).toHaveBeenCalledWith(process.pid, 'SIGKILL');
  });

  it('is refused outside the evaluation profile, whatever it says', () => {
    expect(() => armFailPoint('after-append', false)).toThrow(FailPointRefused);
    expect(() => armFailPoint('nonsense', false)).toThrow(FailPointRefused);
    expect(() => armFailPoint('', false)).not.toThrow();
  });

  it.each(['nonsense', 'after-append:0', 'after-append:x', 'toString'])('refuses %s by name', (wish) => {
    expect(() => armFailPoint(wish, true)).toThrow(/after-append, after-number/);
  });

  it.each(Object.entries(FAIL_POINTS))('%s is passed where the list says', (name, file) => {
    expect(readFileSync(file, 'utf8')).toContain(`failPoint('${name}')`);
  });
});
