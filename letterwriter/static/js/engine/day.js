// The device's own calendar day, '2026-11-22'.

const twoDigits = number => String(number).padStart(2, '0');

export function deviceDay() {
  const now = new Date();
  return [now.getFullYear(), twoDigits(now.getMonth() + 1), twoDigits(now.getDate())].join('-');
}
