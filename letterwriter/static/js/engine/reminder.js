// When to write again, and an entry for a calendar that says so: the twin of
// letterwriter/followup/next_step.py and reminder.py, which say why they are as they are.

const TWO = number => String(number).padStart(2, '0');

// '2026-11-25' and 14 is '2026-12-09'.
export function daysAfter(day, days) {
  const [year, month, date] = day.split('-').map(Number);
  const then = new Date(Date.UTC(year, month - 1, date + days));
  return `${then.getUTCFullYear()}-${TWO(then.getUTCMonth() + 1)}-${TWO(then.getUTCDate())}`;
}

export function writeAgainOn(day, { limits }) {
  return daysAfter(day, limits.wait_days);
}

const plain = day => day.replace(/-/g, '');

// An all-day event on the day `again`, in ASCII with CRLF line ends.
export function asReminder(again, made, title) {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Letterwriter//EN',
    'BEGIN:VEVENT',
    `UID:write-again-${plain(again)}@letterwriter`,
    `DTSTAMP:${plain(made)}T000000Z`,
    `DTSTART;VALUE=DATE:${plain(again)}`,
    `DTEND;VALUE=DATE:${plain(daysAfter(again, 1))}`,
    `SUMMARY:${title}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.join('\r\n') + '\r\n';
}
