// Where this site is, wherever it is mounted: sw.js and all pages lie beside the manifest.

// The address of a page by its path without the first '/': 'offline', '' for the first page.
export function siteAddress(path) {
  return new URL(`./${path}`, document.querySelector('link[rel="manifest"]').href).href;
}
