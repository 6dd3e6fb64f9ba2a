// Does what a stall does, with nothing but what is stored: finds an MP, writes two letters.

import { addressee } from '../engine/addressee.js';
import { nobody } from '../engine/dissolution.js';
import { asksOn, concernsOn } from '../engine/campaign.js';
import { composer } from '../engine/composition.js';
import { body } from '../engine/letter.js';
import { likeness } from '../engine/likeness.js';
import { lookUp } from '../engine/lookup.js';
import { below } from '../engine/random.js';
import { openWhole } from '../engine/world.js';
import { stored } from './stored.js';

const CHOICES = 2; // concerns in each letter

function read(state, name, how) {
  return stored(state, name).then(file => {
    if (!file) throw new Error(name);
    return file[how]();
  });
}

// The world from the store alone; rejects where a part is not there or is not what it should be.
export function storedWorld(state) {
  const names = ['start.json', 'campaign.json', 'seats.json'];
  return Promise.all(names.map(name => read(state, name, 'json')).concat(read(state, 'postcodes.bin', 'arrayBuffer')))
    .then(parts => openWhole(...parts));
}

function letterTo(to, world) {
  const today = world.today();
  const [ask] = asksOn(world.campaign, today, to.role);
  const answers = {
    sender: { name: '', address: [], postcode: '', email: '', phone: '', replyByEmail: false },
    stories: [],
    concernIds: concernsOn(world.campaign, today).slice(0, CHOICES).map(concern => concern.id),
    askId: ask.id,
  };
  return body(composer(world, to, today).assemble(answers, below)).join('\n\n');
}

// {postcode, constituency, member, alike: percent}, or with {why} in place of the last two where
// there is nobody to write to; throws where anything of it fails.
export function selfTest(world, postcode) {
  const seat = world.seat(lookUp(postcode, world).constituency);
  const to = addressee(seat, world);
  if (!to) return { postcode, constituency: seat.name, why: nobody(seat, world) };
  const alike = likeness(letterTo(to, world), letterTo(to, world));
  return { postcode, constituency: seat.name, member: to.member.name, alike: Math.round(alike * 100) };
}
