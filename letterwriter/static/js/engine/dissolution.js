// When Parliament is dissolved: the twin of letterwriter/parliament/dissolution.py and of what
// house_messages.py says of it. A device knows the days from its bundle, and changes over by itself.

import { writtenDate } from './letter.js';
import { fill } from './passage.js';

// '' while there are MPs, 'dissolved' while nobody is one, 'elected' when there was an election
// and the seats that are here are from before it.
export function stageOn(dissolution, today) {
  if (today < dissolution.day) return '';
  return dissolution.election && today > dissolution.election ? 'elected' : 'dissolved';
}

// {title, said, todo}: why nobody is an MP, and what can be done; null while there are MPs.
export function absence({ bundle: { dissolution }, words: { parliament }, stage }) {
  if (!stage) return null;
  const { day, election } = dissolution;
  const slots = { day: writtenDate(day), election: election && writtenDate(election) };
  return {
    title: parliament[`${stage}-title`],
    said: fill(parliament[election ? stage : `${stage}-undated`], slots),
    todo: parliament[`${stage}-todo`],
  };
}

// Why nobody can be written to from a seat: no MP, and no Home Secretary in the House.
export function nobody(seat, world) {
  const told = absence(world);
  if (told) return told.said;
  return fill(world.words.parliament.nobody, { constituency: seat.slots.constituency });
}
