// The order in which suggested concerns stand: the twin of letterwriter/letters/offered.py.

export const ORDERS = 2 ** 31; // numbers to draw from

// The items in the order that a number from 0 to ORDERS - 1 stands for.
export function inDrawnOrder(items, number) {
  const left = items.slice();
  const order = [];
  let rest = number;
  while (left.length) {
    const place = rest % left.length;
    rest = Math.floor(rest / left.length);
    order.push(...left.splice(place, 1));
  }
  return order;
}

// The suggested concerns in a drawn order, and then the others in the campaign's.
export function suggestedFirst(concerns, number) {
  const suggested = concerns.filter(concern => concern.suggested);
  return inDrawnOrder(suggested, number).concat(concerns.filter(concern => !concern.suggested));
}
