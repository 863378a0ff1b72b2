import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maskAddress, maskName, maskPhone, maskText } from './masks.js';

describe('maskName', () => {
  it.each([
    ['陈嘉宁', '陈**'],
    ['陈宁', '陈**'],
    ['陈', '**'],
    ['欧阳修远', '欧**'],
    ['Marta Kowalska', 'M*** K***'],
    ['阿不都拉·买买提', '阿** 买**'],
    ['𠮷野家明', '𠮷**'],
    ['𬎆', '**'],
    ['👩‍👩‍👧 Ann', '*** A***'],
    ['Ülo', 'Ü***'],
    ['', ''],
    ['   ', ''],
  ])('%j becomes %j', (name, masked) => expect(maskName(name)).toBe(masked));
});

describe('maskPhone', () => {
  it.each([
    ['13900010001', '139****0001'],
    ['139 0001 0001', '139****0001'],
    ['１３９０００１０００１', '139****0001'],
    ['+8613900010001', '+861****0001'],
    ['+48501000003', '+485****0003'],
    ['0871-6312345', '087****2345'],
    ['63123456', '63****56'],
    ['12345', '****'],
    ['问她女儿 139-0001-0001', '139****0001'],
    ['没有', '****'],
    ['', ''],
  ])('%j becomes %j', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

  it('never shows more than seven digits, and at most 64 in a hundred of them', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 24 }).map((all) => all.join(''));
    fc.assert(
      fc.property(digits, (phone) => {
        const shown = maskPhone(phone).replace(/\D/g, '').length;
        return shown <= 7 && shown <= phone.length * 0.64;
      }),
    );
  });
});

describe('maskAddress', () => {
  it.each([
    ['云海市古城区文林街 18 号 3 幢 502', '云海市古城区****'],
    ['蓉城市锦江区书院街 7 号', '蓉城市锦江区****'],
    ['云南省大理白族自治州大理市古城路1号', '云南省大理白族自治州****'],
    ['内蒙古自治区锡林郭勒盟苏尼特左旗1号', '内蒙古自治区锡林郭勒盟苏尼特左旗****'],
    ['云海市观澜小区5栋', '云海市****'],
    ['观澜社区5栋', '****'],
    ['ul. Długa 14/3, Gdańsk', '****'],
    ['', ''],
  ])('%j becomes %j', (address, masked) => expect(maskAddress(address)).toBe(masked));
});

describe('every mask', () => {
  it('gives well-formed text that does not hold the original, whatever it is given', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), (text) => {
        for (const mask of [maskName, maskPhone, maskAddress, maskText]) {
          const masked = mask(text);
          expect(masked.isWellFormed()).toBe(true);
          if (/[^\s·•・‧]/u.test(text) && !text.includes('*')) expect(masked).not.toContain(text);
        }
      }),
    );
  });

  it('maskText tells only whether there is a text', () => {
    expect([maskText(''), maskText('x'), maskText('陈嘉宁'.repeat(90))]).toEqual(['', '****', '****']);
  });
});
