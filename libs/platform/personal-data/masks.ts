/**
 * What an answer shows of personal text unless somebody asks for the whole with a purpose.
 * Stars are a constant number wherever they can be, so that a mask does not tell the length.
 */

const SHOWN_WORDS = 4;
const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** `陈嘉宁` → `陈**`, `Marta Kowalska` → `M*** K***`. Of a name of one character nothing is shown. */
export function maskName(name: string): string {
  const words = name
    .normalize('NFC')
    .split(/[\s·•・‧]+/u)
    .filter((word) => word !== '')
    .slice(0, SHOWN_WORDS);
  return words.map(maskWord).join(' ');
}

function maskWord(word: string): string {
  const stars = /\p{Script=Han}/u.test(word) ? '**' : '***';
  const [first, second] = characters.segment(word);
  return second === undefined ? stars : `${first?.segment ?? ''}${stars}`;
}

/** `13900010001` → `139****0001`. Short numbers show less; anything that is not a digit is dropped. */
export function maskPhone(phone: string): string {
  const plain = phone.normalize('NFKC');
  const digits = plain.replace(/\D/gu, '');
  if (plain.trim() === '') return '';
  const shown = digits.length >= 11 ? 4 : digits.length >= 7 ? 2 : 0;
  if (shown === 0) return '****';
  const plus = plain.trimStart().startsWith('+') ? '+' : '';
  return `${plus}${digits.slice(0, shown === 4 ? 3 : 2)}****${digits.slice(-shown)}`;
}

/** Province or autonomous region, then city, then county or district: each at most once, in this order. */
const ADMINISTRATIVE = new RegExp(
  '^(?:[\\p{Script=Han}]{2,6}?(?:省|自治区|特别行政区))?' +
    '(?:[\\p{Script=Han}]{2,8}?(?:市|自治州|盟))?' +
    '(?:[\\p{Script=Han}]{1,8}?(?:(?<![小社园校厂景街宅库])区|县|旗))?',
  'u',
);

/** `云海市古城区文林街18号` → `云海市古城区****`: the administrative units stay, where one lives goes. */
export function maskAddress(address: string): string {
  const plain = address.normalize('NFC').replace(/\s+/gu, '');
  if (plain === '') return '';
  return `${ADMINISTRATIVE.exec(plain)?.[0] ?? ''}****`;
}

/** Everything else: only whether there is a text. */
export function maskText(text: string): string {
  return text === '' ? '' : '****';
}
