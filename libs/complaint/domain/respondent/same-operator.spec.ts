import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sameOperator } from './same-operator.js';

const named = (name: string, licence?: string) => (licence === undefined ? { name } : { name, licence });

describe('whether two complaints are against one operator', () => {
  it.each([
    ['云海青山旅行社有限公司', '云海青山旅行社 有限公司'],
    ['云海青山（古城）旅行社', '云海青山(古城)旅行社'],
    ['云海青山【古城】旅行社', '云海青山〔古城〕旅行社'],
    ['云海青山旅行社', '云海青山旅行社有限责任公司'],
    ['云海青山旅行社有限公司', '云海青山旅行社有限责任公司'],
    ['ＣＩＴＳ云海', 'cits 云海'],
  ])('%s and %s are one by name', (one, other) => {
    expect(sameOperator(named(one), named(other))).toBe('name');
  });

  it.each([
    ['云海青山旅行社有限公司', '云海青山旅行社有限公司古城分公司'],
    ['云海青山旅行社有限公司', '云海青山旅行社股份有限公司'],
    ['云海青山旅行社', '云海青水旅行社'],
    ['有限公司', '有限责任公司'],
  ])('%s and %s are two', (one, other) => {
    expect(sameOperator(named(one), named(other))).toBeUndefined();
  });

  it('two licences decide, whatever the names; one alone does not', () => {
    expect(sameOperator(named('甲', 'L-YN-00123'), named('乙', 'ｌ－ｙｎ－00123'))).toBe('licence');
    expect(sameOperator(named('甲', 'L-1'), named('甲', 'L-2'))).toBeUndefined();
    expect(sameOperator(named('甲', 'L-1'), named('甲'))).toBe('name');
    expect(sameOperator(named('甲', 'L-1'), named('乙'))).toBeUndefined();
    expect(sameOperator(named('甲', ' '), named('甲', ' '))).toBe('name');
  });

  it('is the same from either side, and everybody is himself', () => {
    const operator = fc.record(
      {
        name: fc.stringMatching(/^[甲乙 （）()ａa]{0,3}(有限公司|有限责任公司)?$/u),
        licence: fc.constantFrom('', 'L-1', 'l1', '２'),
      },
      { requiredKeys: ['name'] },
    );
    fc.assert(
      fc.property(operator, operator, (one, other) => {
        expect(sameOperator(one, other)).toBe(sameOperator(other, one));
        expect(sameOperator(one, one)).toBeDefined();
      }),
    );
  });
});
