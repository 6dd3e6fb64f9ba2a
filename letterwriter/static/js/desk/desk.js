// The desk: shows one screen after the other, goes back, and clears everything. Screens are
// objects {draw(view, desk, part), keep(view, desk, part), take(view, desk, part)}: draw fills the
// screen, keep notes what was typed, take does that too and answers with what is wrong, or ''.

import { cut, reveal, write } from './draw.js';
import { fresh, isEmpty } from './state.js';
import { next, progress } from './road.js';
import { hush, startAloud } from './voice.js';
import { showWrong } from './wrong.js';
import { wipeDraft } from '../store.js';

const main = () => document.querySelector('[data-desk]');

// A mark for this person's screens, so that Back never shows one of an earlier person's.
const mark = () => String(Math.random()).slice(2);

export function openDesk(world, mode, screens, first) {
  let run = mark();
  let trail = [first];
  let step = 0;
  const desk = { world, mode, state: fresh() };

  const at = () => trail[step];
  const parts = name => name.split(':');
  const screen = () => screens[parts(at())[0]];
  const here = () => history.replaceState({ run, step }, '', location.pathname);

  function keep() {
    if (screen().keep && main().firstElementChild) screen().keep(main(), desk, parts(at())[1]);
  }

  function setTitle(view, faulty) {
    const template = document.querySelector(`template[data-screen="${parts(at())[0]}"]`);
    document.title = `${faulty ? 'Error: ' : ''}${template.getAttribute('data-title')} - Letterwriter`;
  }

  function drawProgress() {
    const part = document.querySelector('[data-progress]');
    const shown = progress(desk.state, world, mode, at());
    part.hidden = !shown;
    if (!shown) return;
    write(part, shown);
    part.querySelector('[data-progress-bar]').value = shown.at / shown.all;
  }

  function draw() {
    hush();
    const view = main();
    const [name, part] = parts(at());
    const copy = cut(name);
    view.textContent = '';
    view.setAttribute('data-at', name);
    view.appendChild(copy);
    if (screens[name].draw) screens[name].draw(view, desk, part);
    startAloud(view, screens[name].texts && (() => screens[name].texts(desk)));
    setTitle(view, false);
    drawProgress();
    reveal(document, '.desk-top [data-finish]', !desk.atRest());
    window.scrollTo(0, 0);
    const heading = view.querySelector('h1:not([hidden])');
    heading.tabIndex = -1;
    heading.focus();
  }

  function wrong(what) {
    showWrong(main(), what);
    setTitle(main(), true);
  }

  desk.at = at;
  desk.atRest = () => at() === first && isEmpty(desk.state);
  desk.redraw = draw;

  desk.go = name => {
    trail = trail.slice(0, step + 1).concat(name);
    step += 1;
    history.pushState({ run, step }, '', location.pathname);
    draw();
  };

  desk.next = () => {
    const following = next(desk.state, world, mode, at());
    if (following) desk.go(following);
  };

  // Ends this person's visit: nothing is left to come back to.
  desk.clear = then => {
    hush();
    desk.state = fresh();
    wipeDraft();
    run = mark();
    trail = [first];
    step = 0;
    here();
    draw();
    if (then) then();
  };

  desk.finish = () => {
    keep();
    if (!isEmpty(desk.state) && !desk.state.handedOver && at() !== 'sure') desk.go('sure');
    else desk.clear(desk.cleared);
  };

  // Takes a page's words out of sight and out of memory, before the browser may put it away.
  desk.forget = () => {
    hush();
    desk.state = fresh();
    main().textContent = '';
  };

  desk.start = () => {
    run = mark();
    trail = [first];
    step = 0;
    here();
    draw();
  };

  function submit(event) {
    event.preventDefault();
    if (event.target.hasAttribute('data-busy')) return;
    const problem = screen().take ? screen().take(main(), desk, parts(at())[1]) : '';
    if (!problem) desk.next();
    else if (problem !== 'later') wrong(problem);
  }

  function press(event) {
    const button = event.target.closest('button');
    if (!button) return;
    if (button.hasAttribute('data-back')) history.back();
    else if (button.hasAttribute('data-finish')) desk.finish();
    else if (button.hasAttribute('data-clear-now')) desk.clear(desk.cleared);
    else if (button.hasAttribute('data-by-name')) { keep(); desk.go('by-name'); }
    else if (button.hasAttribute('data-skip')) {
      if (screen().skip) screen().skip(main(), desk, parts(at())[1]);
      desk.next();
    }
  }

  desk.wrong = wrong;
  desk.here = main;
  document.addEventListener('submit', submit);
  document.addEventListener('click', press);
  window.addEventListener('popstate', event => {
    keep();
    const mine = event.state && event.state.run === run && event.state.step < trail.length;
    step = mine ? event.state.step : 0;
    if (!mine) here();
    draw();
  });
  return desk;
}
