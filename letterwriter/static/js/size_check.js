// The server takes so much and no more, and what it refuses a browser's Back may not bring
// again. So a form that is too large is not sent at all, and its words stay in their boxes.

const MOST = 62 * 1024; // bytes: the server's 64 KB, less the request's own lines
const AROUND = 160; // bytes that multipart puts around each field

function weight(form) {
  let bytes = 0;
  new FormData(form).forEach((value, name) => {
    bytes += new Blob([name, String(value).replace(/\r?\n/g, '\r\n')]).size + AROUND;
  });
  return bytes;
}

export function startSizeCheck() {
  const notice = document.querySelector('[data-too-large]');
  if (!notice) return;
  document.addEventListener('submit', event => {
    const tooLarge = weight(event.target) > MOST;
    notice.hidden = !tooLarge;
    if (!tooLarge) return;
    event.preventDefault();
    event.stopPropagation(); // nothing was sent, so nothing else may think so
    notice.focus();
  }, true);
}
