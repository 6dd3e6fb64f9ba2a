// Posts fields as their form would have: [[name, value], ...].
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
