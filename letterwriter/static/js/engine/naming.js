// People's full names, hotels and street addresses in running text: a second look at what was
// found, the twin of letterwriter/domain/naming.py.

const WORDS = /[\p{L}\p{N}_'’-]+/gu;

// The judges by name, for the server's lists of words (bundle.names). Each is given the words found
// and what the letter says anyway of its writer and its reader, in plain form.
export function judges(names) {
  const notAName = new Set(names.not_a_name);
  const notAHotel = new Set(names.not_a_hotel);
  const notARoad = new Set(names.not_a_road);
  const short = new Map(Object.keys(names.short).map(word => [word, names.short[word]]));

  // Lower case, single spaces, no punctuation, "street" as "st", to compare blocks by.
  function plain(text) {
    const parts = text.toUpperCase().toLowerCase().match(WORDS) || [];
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
