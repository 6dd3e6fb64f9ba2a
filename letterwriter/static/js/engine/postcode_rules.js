// Which halves of postcodes can be: the twin of letterwriter/postcodes/typed/rules.py, from the
// bundle's rules. A pattern is enough where Python has a set: a phone opens sooner without it.

const OUTWARD = /^([A-Z]{1,2})(?:(0)|([1-9]\d?)|([1-9])([A-Z]))$/;

// {isOutward(half), isInward(half), isArea(letters), isWord(half): whether a second half is a word
// that stands beside postcodes}
export function halves(rules) {
  const areas = new Set(rules.areas);
  const withDistrict0 = new Set(rules.with_district_0);
  const lettered = new Map(Object.keys(rules.lettered).map(area => [area, rules.lettered[area]]));
  const inward = new RegExp(`^\\d[${rules.unit_letters}]{2}$`);

  function isOutward(half) {
    const parts = OUTWARD.exec(half);
    if (!parts || !areas.has(parts[1])) return false;
    if (parts[2]) return withDistrict0.has(parts[1]);
    return parts[5] ? (lettered.get(parts[1]) || '').includes(parts[5]) : true;
  }

  const words = new Set(rules.words.like_inward);
  return {
    isOutward,
    isInward: half => inward.test(half),
    isArea: letters => areas.has(letters),
    isWord: half => words.has(half),
  };
}
