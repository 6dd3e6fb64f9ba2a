// A second look at what may be someone's name, a hotel or a street address: the twin of
// letterwriter/letters/name_judges.py.

// The judges by name, for the server's lists of words (bundle.names) and the way that texts are read
// (search.js). Each is given the words found and what the letter says anyway of its writer and its
// reader, in plain form.
export function judges(names, read) {
  const comparable = new RegExp(names.comparable, 'gu');
  const notAName = new Set(names.not_a_name);
  const notAHotel = new Set(names.not_a_name.concat(names.not_a_hotel));
  const notARoad = new Set(names.not_a_road);
  const short = new Map(Object.keys(names.short).map(word => [word, names.short[word]]));

  // Lower case, single spaces, no punctuation, "street" as "st", to compare blocks by.
  function plain(text) {
    const lower = text.toUpperCase().toLowerCase();
    const parts = [];
    read(lower).replace(comparable, (found, place) => {
      parts.push(lower.slice(place, place + found.length));
    });
    return parts.map(part => short.get(part) || part).join(' ');
  }

  const partsOf = words => plain(words).split(' ').filter(part => part);
  const standsIn = (words, known) => ` ${known} `.includes(` ${plain(words)} `);

  return {
    plain,
    // Whether these may be someone's first and last name, or title and last name.
    is_person(words, known) {
      const parts = partsOf(words);
      return parts.length > 1 && !parts.some(part => notAName.has(part)) && !standsIn(words, known);
    },
    // Whether these are a hotel's own name, and not "The Hotel" or "the Home Office hotel".
    is_hotel(words) {
      return partsOf(words).filter(part => !notAHotel.has(part)).length > 1;
    },
    // Whether these are a house and a street, other than the writer's own.
    is_address(words, known) {
      const middle = partsOf(words).slice(1, -1);
      return !middle.some(part => notARoad.has(part)) && !standsIn(words, known);
    },
  };
}
