// A phone or a tablet, by what points at its screen.

export const isHandheld = () => window.matchMedia('(pointer: coarse)').matches;
