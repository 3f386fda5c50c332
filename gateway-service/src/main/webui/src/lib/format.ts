const locale = 'en-GB';
const sizeUnits = ['B', 'KB', 'MB', 'GB', 'TB'];

/** `1.5 MB`: decimal units, one digit below ten. */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < sizeUnits.length - 1) {
    value /= 1000;
    unit++;
  }
  const digits = unit > 0 && value < 9.95 ? 1 : 0;
  return `${value.toFixed(digits)} ${sizeUnits[unit] ?? ''}`;
}

/** `1:05`, `1:00:05`. */
export function formatDuration(milliseconds: number): string {
  const total = Math.round(milliseconds / 1000);
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor(total / 60) % 60;
  const seconds = String(total % 60).padStart(2, '0');
  return hours > 0
    ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}`
    : `${minutes}:${seconds}`;
}

/** The moment as a clock at the place showed it, in a Date whose UTC fields are to be read. */
export function localClock(takenAt: string, utcOffsetMinutes: number | undefined): Date {
  return new Date(Date.parse(takenAt) + (utcOffsetMinutes ?? 0) * 60_000);
}

const dayFormat = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const shortDayFormat = new Intl.DateTimeFormat(locale, {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const monthFormat = new Intl.DateTimeFormat(locale, {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const weekdayFormat = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' });
const timeFormat = new Intl.DateTimeFormat(locale, {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** `14 March 2019`. */
export function formatDay(clock: Date): string {
  return dayFormat.format(clock);
}

/** `Thu, 14 Mar`. */
export function formatShortDay(clock: Date): string {
  return shortDayFormat.format(clock);
}

const momentFormat = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** `14 March 2019 at 09:30`, by the reader's own clock. */
export function formatMoment(instant: string): string {
  return momentFormat.format(new Date(instant));
}

/** `March 2019`. */
export function formatMonth(clock: Date): string {
  return monthFormat.format(clock);
}

export function formatWeekday(clock: Date): string {
  return weekdayFormat.format(clock);
}

export function formatTime(clock: Date): string {
  return timeFormat.format(clock);
}

/** `UTC+05:30`. */
export function formatOffset(minutes: number): string {
  const sign = minutes < 0 ? '−' : '+';
  const size = Math.abs(minutes);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  return `UTC${sign}${hours}:${String(size % 60).padStart(2, '0')}`;
}

const waitFormat = {
  second: new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'long' }),
  minute: new Intl.NumberFormat(locale, { style: 'unit', unit: 'minute', unitDisplay: 'long' }),
};

/** `42 seconds`, `15 minutes`: never shorter than it is. */
export function formatWait(seconds: number): string {
  return seconds < 120
    ? waitFormat.second.format(seconds)
    : waitFormat.minute.format(Math.ceil(seconds / 60));
}

const relativeFormat = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

/** `5 minutes ago`; a date once it is more than a week ago. */
export function formatAgo(instant: string, now: number): string {
  const seconds = (Date.parse(instant) - now) / 1000;
  const size = Math.abs(seconds);
  if (size < 60) return relativeFormat.format(0, 'minute');
  if (size < 3600) return relativeFormat.format(Math.round(seconds / 60), 'minute');
  if (size < 86_400) return relativeFormat.format(Math.round(seconds / 3600), 'hour');
  if (size < 7 * 86_400) return relativeFormat.format(Math.round(seconds / 86_400), 'day');
  return dayFormat.format(new Date(instant));
}

/** `48.8584° N, 2.2945° E`. */
export function formatPlace(latitude: number, longitude: number): string {
  const northSouth = latitude < 0 ? 'S' : 'N';
  const eastWest = longitude < 0 ? 'W' : 'E';
  return `${Math.abs(latitude).toFixed(4)}° ${northSouth}, ${Math.abs(longitude).toFixed(4)}° ${eastWest}`;
}
