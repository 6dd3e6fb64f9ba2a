// What another page said of what it hands on: stands over the screen until the next one.

export function showNotices(view, notices) {
  notices.slice().reverse().forEach(notice => view.insertBefore(document.importNode(notice, true), view.firstChild));
}
