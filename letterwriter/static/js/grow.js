// Boxes that grow with their text: the twin beside each textarea gives it its height,
// and is what prints.

function sync(box) {
  box.parentElement.querySelector('.grow-copy').textContent = box.value;
}

function syncAll() {
  document.querySelectorAll('.grow textarea').forEach(sync);
}

export function startGrowing() {
  document.querySelectorAll('.grow textarea').forEach(box => {
    box.rows = 1; // a guess by the server is for browsers without this script
    box.addEventListener('input', () => sync(box));
  });
  syncAll();
  window.addEventListener('pageshow', syncAll); // browsers put back what was typed before
  window.addEventListener('beforeprint', syncAll);
}
