/**
 * An administrative division of China by its code (行政区划代码, GB/T 2260): two digits each for province, city and
 * county, noughts for what is not narrower. `530000` is a province, `530100` a city in it, `530102` a county in that.
 */
export type Division = string;

const CODE = /^[1-9]\d{5}$/;

/** Whether the text has the form of a code: a county stands in some city (a province's own counties too: `429004`). */
export function isDivision(text: string): boolean {
  return CODE.test(text) && !(text.slice(2, 4) === '00' && text.slice(4) !== '00');
}

/** What of a code says where: `53` of `530000`, `5301` of `530100`, all of `530102`. */
function stem(division: Division): string {
  if (division.endsWith('0000')) return division.slice(0, 2);
  return division.endsWith('00') ? division.slice(0, 4) : division;
}

/** Whether the place lies in the area, or is it. */
export function contains(area: Division, place: Division): boolean {
  return place.startsWith(stem(area));
}

/** How narrow the area is: 1 a province, 2 a city, 3 a county. */
export function depthOf(division: Division): 1 | 2 | 3 {
  return (stem(division).length / 2) as 1 | 2 | 3;
}
