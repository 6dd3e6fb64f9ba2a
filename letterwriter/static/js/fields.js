// Reading a form's fields, putting them back, and sending saved ones.

function controls(form) {
  return Array.from(form.elements).filter(control =>
    control.name && !/^(button|submit|fieldset)$/.test(control.type));
}

function ticks(control) {
  return control.type === 'checkbox' || control.type === 'radio';
}

// Which fields a form has, so that a draft only goes back where it came from.
export function shapeOf(form) {
  return controls(form).map(control => control.name + (ticks(control) ? '=' + control.value : '')).join('\n');
}

// All that Enter would send, in order: [[name, value], ...]. So a form's first button counts.
export function fieldsOf(form) {
  const pairs = [];
  new FormData(form).forEach((value, name) => pairs.push([name, value]));
  const button = form.querySelector('[type="submit"]');
  if (button && button.name) pairs.push([button.name, button.value]);
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

// Posts saved fields as their form would have.
export function post(path, pairs) {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = path;
  form.enctype = 'multipart/form-data'; // other encodings swell text in most scripts
  pairs.forEach(pair => {
    const input = document.createElement('textarea'); // keeps line ends, which hidden inputs may not
    input.name = pair[0];
    input.value = pair[1];
    form.appendChild(input);
  });
  form.hidden = true;
  document.body.appendChild(form);
  HTMLFormElement.prototype.submit.call(form); // a field may be called "submit"
}
