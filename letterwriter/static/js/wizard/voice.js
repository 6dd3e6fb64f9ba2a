// Reading aloud by a voice of the device's own. A voice that works over the network would send
// the words to its maker, so only local ones are used; where there is none, nothing is offered.

const speech = window.speechSynthesis;

function voice() {
  const voices = speech ? speech.getVoices() : [];
  return voices.filter(one => one.localService && /^en/i.test(one.lang))
    .sort((a, b) => (/GB/.test(b.lang) ? 1 : 0) - (/GB/.test(a.lang) ? 1 : 0))[0];
}

export function hasVoice() {
  return Boolean(voice());
}

export function isReading() {
  return Boolean(speech && (speech.speaking || speech.pending));
}

export function hush() {
  if (speech) speech.cancel();
}

// Reads texts one after the other, since some devices cut long ones short; `done` is called
// after the last one, and not where reading was stopped.
export function read(texts, done) {
  hush();
  const left = texts.filter(text => text.trim());
  left.forEach((text, place) => {
    const words = new SpeechSynthesisUtterance(text);
    words.voice = voice();
    words.lang = 'en-GB';
    words.rate = 0.9; // a little slower than talk: many who listen are learning English
    if (done && place === left.length - 1) words.onend = done;
    speech.speak(words);
  });
}

function isShown(part) {
  return part.offsetParent !== null && !part.closest('.hidden, .error, button, [data-aloud]');
}

// What a screen says, in order: its question, its help and its choices.
function textsOf(view) {
  const sheet = view.querySelector('.sheet-body');
  const parts = view.querySelectorAll('h1, h2, p, li, label');
  const texts = Array.from(parts).filter(part => isShown(part) && !part.closest('.tools'));
  return (sheet ? texts.filter(part => !part.closest('.sheet-head')) : texts).map(part => part.innerText);
}

// `texts` gives other words than the screen's own: a letter's, say.
export function startAloud(view, texts) {
  const button = view.querySelector('[data-aloud]');
  if (!button) return;
  const words = button.textContent;
  const rest = () => { button.textContent = words; };
  button.hidden = !hasVoice();
  button.addEventListener('click', () => {
    if (isReading()) { hush(); rest(); return; }
    button.textContent = button.getAttribute('data-stop-words');
    read(texts ? texts() : textsOf(view), rest);
  });
}

// Voices come late in some browsers.
export function whenVoicesChange(action) {
  if (speech && speech.addEventListener) speech.addEventListener('voiceschanged', action);
}
