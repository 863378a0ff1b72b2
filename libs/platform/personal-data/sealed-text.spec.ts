import { createSecretKey, randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { PersonalDataFault, type PersonalDataFaultCode } from './faults.js';
import { commitmentTo, openText, sealText, verifyCommitment } from './sealed-text.js';

const SUBJECT = '6f1c9f53-4b51-4a57-9d0c-0d6f0d9a1111';
const key = createSecretKey(randomBytes(32));
const unicode = fc.string({ unit: 'binary', maxLength: 80 });

function faultOf(action: () => unknown): PersonalDataFault {
  try {
    action();
  } catch (error) {
    if (error instanceof PersonalDataFault) return error;
    throw error;
  }
  throw new Error('no fault');
}

function expectFault(code: PersonalDataFaultCode, action: () => unknown, secret: string): void {
  const fault = faultOf(action);
  expect(fault.code).toBe(code);
  expect(`${fault.stack} ${JSON.stringify(fault)} ${String(fault.cause)}`).not.toContain(secret);
}

function flip(base64: string, bit: number): string {
  const bytes = Buffer.from(base64, 'base64');
  const at = (bit >> 3) % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7));
  return bytes.toString('base64');
}

describe('sealed text', () => {
  it('opens to what was sealed, for any text', () => {
    fc.assert(
      fc.property(unicode, (text) => {
        const sealed = sealText(key, SUBJECT, 'facts', text);
        expect(openText(key, sealed).value).toBe(text);
      }),
    );
  });

  it('shares nothing between two seals of the same text', () => {
    const [one, two] = [sealText(key, SUBJECT, 'phone', '139'), sealText(key, SUBJECT, 'phone', '139')];
    expect(one.iv).not.toBe(two.iv);
    expect(one.text).not.toBe(two.text);
    expect(one.commitment).not.toBe(two.commitment);
  });

  it('encrypts the canonical JSON of salt and value', () => {
    fc.assert(
      fc.property(unicode, (value) => {
        expect(JSON.stringify({ salt: 'c2FsdA==', value })).toBe(canonicalize({ salt: 'c2FsdA==', value }));
      }),
    );
  });

  it('names any single flipped bit, without a word of the text', () => {
    const sealed = sealText(key, SUBJECT, 'complainant.name', '金丝雀甲');
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom('iv', 'text', 'commitment'), (bit, part) => {
        const altered = { ...sealed, [part]: flip(sealed[part], bit) };
        const code = part === 'commitment' ? 'commitment-broken' : 'text-altered';
        expectFault(code, () => openText(key, altered), '金丝雀甲');
      }),
    );
  });

  it.each(['', 'AAAA', 'not base64 ***'])('refuses %j in place of a text or iv', (text) => {
    const sealed = sealText(key, SUBJECT, 'facts', '金丝雀甲');
    expectFault('text-altered', () => openText(key, { ...sealed, text }), '金丝雀甲');
    expectFault('text-altered', () => openText(key, { ...sealed, iv: text }), '金丝雀甲');
  });

  it('does not open under another key, for another person or in another field', () => {
    const sealed = sealText(key, SUBJECT, 'facts', '金丝雀乙');
    const other = createSecretKey(randomBytes(32));
    expectFault('text-altered', () => openText(other, sealed), '金丝雀乙');
    expectFault('text-altered', () => openText(key, { ...sealed, field: 'claims' }), '金丝雀乙');
    expectFault('text-altered', () => openText(key, { ...sealed, subject: `${SUBJECT}x` }), '金丝雀乙');
  });

  it('refuses a lone surrogate, which has no UTF-8 form', () => {
    expectFault('text-not-unicode', () => sealText(key, SUBJECT, 'facts', 'a\ud800b'), 'a\ud800b');
  });

  it('refuses a field name that could blur what the text is bound to', () => {
    expectFault('field-unfit', () => sealText(key, SUBJECT, 'a|b', 'text'), 'a|b');
  });
});

describe('the commitment', () => {
  it('is met by the disclosed text and salt alone', () => {
    const sealed = sealText(key, SUBJECT, 'facts', '同意退款 😀');
    const { salt, value } = openText(key, sealed);
    expect(verifyCommitment(sealed, salt, value)).toBe(true);
    expect(verifyCommitment(sealed, salt, `${value}。`)).toBe(false);
    expect(verifyCommitment(sealed, randomBytes(32).toString('base64'), value)).toBe(false);
    expect(verifyCommitment(sealed, '', value)).toBe(false);
    expect(verifyCommitment(sealed, salt, '\udc00')).toBe(false);
  });

  it('keeps its stored format', () => {
    const salt = Buffer.alloc(32, 7).toString('base64');
    expect(commitmentTo({ salt, value: '陈嘉宁' })).toBe('bZklEz5TXU7W7XR2tMOGpKKyh+NvhH+ol5NaqGrsMwM=');
  });
});
