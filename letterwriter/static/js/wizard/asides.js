// Screens aside whose words are a page of their own: they are fetched when somebody opens one, since
// the first page is to be light, and a device that has stored the site has them. A stall's page
// holds the one that it offers.

import { siteAddress } from '../site.js';
import { cut } from './draw.js';

export const PAGES = ['changes', 'example', 'privacy'];

// The page's words as a screen, with a way back.
function screenOf(html, name) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const words = page.querySelector('[data-aside]');
  const template = document.createElement('template');
  template.setAttribute('data-screen', name);
  template.setAttribute('data-title', words.querySelector('h1').textContent);
  Array.from(words.childNodes).forEach(part => template.content.appendChild(document.importNode(part, true)));
  template.content.appendChild(cut('about').querySelector('.wizard-go'));
  return template;
}

// A promise of the screen's words; null where they are there.
export function bringPage(name) {
  if (document.querySelector(`template[data-screen="${name}"]`)) return null;
  return fetch(siteAddress(name)).then(answer => {
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.text();
  }).then(html => document.body.appendChild(screenOf(html, name)));
}
