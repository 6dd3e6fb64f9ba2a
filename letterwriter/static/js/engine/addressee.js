// To whom a letter goes: the twin of letterwriter/parliament/addressee.py.

const VACANT = 'vacant';

function written(member, role, seat, world) {
  const slots = Object.assign({}, seat.slots, { mp_name: member.name });
  const block = [member.envelope].concat(world.bundle.house_of_commons);
  return { member, role, seat, block, slots };
}

// Who to write to from this seat: its member, or the Home Secretary while it is vacant; null where
// there is neither, and while nobody is an MP. {member, role, seat, block: lines that end with a postcode, slots}; a member's
// `perhaps_minister` says that our list may lack their office.
export function addressee(seat, world) {
  if (world.stage) return null;
  if (seat.member) return written(seat.member, seat.role, seat, world);
  const home = world.bundle.home_secretary;
  return home && home.member ? written(home.member, VACANT, seat, world) : null;
}
