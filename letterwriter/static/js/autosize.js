// Boxes that grow with their text: the twin beside each box gives it its height, and is
// what prints. One-line boxes have a twin for paper only.

function boxesIn(root) {
  return root.querySelectorAll('.grow textarea, .sheet input.control');
}

function sync(box) {
  const twin = box.parentElement.querySelector('.grow-copy, .line-copy');
  if (twin) twin.textContent = box.value;
}

function syncAll() {
  boxesIn(document).forEach(sync);
}

// Lets the boxes of one part of a page grow from now on.
export function autosizeIn(root) {
  boxesIn(root).forEach(box => {
    if (box.rows) box.rows = 1; // the server's guess is for browsers without this script
    box.addEventListener('input', () => sync(box));
    sync(box);
  });
}

export function startAutosizing() {
  autosizeIn(document);
  window.addEventListener('pageshow', syncAll); // browsers put back what was typed before
  window.addEventListener('beforeprint', syncAll);
}
