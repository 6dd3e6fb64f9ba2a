// Reading a form's fields, putting them back, and sending saved ones.

const TOKEN = 'csrf_token'; // belongs to the page, never to a draft's words

function controls(form) {
  return Array.from(form.elements).filter(control =>
    control.name && control.name !== TOKEN && !/^(button|submit|fieldset)$/.test(control.type));
}

function ticks(control) {
  return control.type === 'checkbox' || control.type === 'radio';
}

// Which fields a form has, so that a draft only goes back where it came from.
export function shapeOf(form) {
  return controls(form).map(control => control.name + (ticks(control) ? '=' + control.value : '')).join('\n');
}

// All that would be sent, in order: [[name, value], ...].
export function fieldsOf(form) {
  const pairs = [];
  new FormData(form).forEach((value, name) => pairs.push([name, value]));
  return pairs;
}

export function refill(form, pairs) {
  controls(form).forEach(control => {
    const at = pairs.findIndex(pair => pair[0] === control.name && (!ticks(control) || pair[1] === control.value));
    if (ticks(control)) control.checked = at >= 0;
    else if (at >= 0) control.value = pairs.splice(at, 1)[0][1];
  });
  form.querySelectorAll('textarea').forEach(box => box.dispatchEvent(new Event('input')));
}

// Posts saved fields as a form would, with this page's token where it has one.
export function post(path, pairs) {
  const form = document.createElement('form');
  const token = document.querySelector('input[name="' + TOKEN + '"]');
  form.method = 'post';
  form.action = path;
  pairs.forEach(pair => {
    const input = document.createElement('textarea'); // keeps line ends, which hidden inputs may not
    input.name = pair[0];
    input.value = pair[0] === TOKEN && token ? token.value : pair[1];
    form.appendChild(input);
  });
  form.hidden = true;
  document.body.appendChild(form);
  HTMLFormElement.prototype.submit.call(form); // a field may be called "submit"
}
