// A list of people: says at once when the file is too large, and that the letters are being
// made. The answer is a download, of which no page is told, so the bar goes by the time that
// the server gave, and never claims to be full before that.

const STEP = 200; // milliseconds

function startChecking(form) {
  const input = form.querySelector('[data-most]');
  const status = form.querySelector('[data-stack-status]');
  form.addEventListener('submit', event => {
    const file = input.files && input.files[0];
    if (file && file.size > Number(input.dataset.most)) {
      event.preventDefault();
      status.textContent = input.dataset.tooLarge;
      input.focus();
    } else if (file) {
      status.textContent = form.dataset.stackCheck;
    }
  });
  window.addEventListener('pageshow', () => { status.textContent = ''; });
}

function startMaking(form) {
  const part = form.querySelector('[data-stack-progress]');
  if (!part) return; // no letters to make yet
  const bar = part.querySelector('meter');
  const status = part.querySelector('[data-stack-status]');
  const seconds = Number(form.dataset.stackMake);
  let timer = 0;
  let another = false; // button of the form, which makes no letters
  form.querySelectorAll('[formaction]').forEach(button => {
    button.addEventListener('click', () => { another = true; });
  });
  form.addEventListener('submit', event => {
    if (another) {
      another = false;
      return;
    }
    if (timer) { // pressed twice: one stack is on its way
      event.preventDefault();
      return;
    }
    const began = Date.now();
    part.hidden = false;
    status.textContent = form.dataset.working;
    timer = setInterval(() => {
      const share = (Date.now() - began) / 1000 / seconds;
      bar.value = 100 * Math.min(share, 1);
      if (share < 1.5) return;
      clearInterval(timer);
      timer = 0;
      status.textContent = form.dataset.done;
    }, STEP);
  });
}

export function startStack() {
  document.querySelectorAll('[data-stack-check]').forEach(startChecking);
  document.querySelectorAll('[data-stack-make]').forEach(startMaking);
}
