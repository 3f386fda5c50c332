import { localClock } from '@/lib/format';

const minuteMs = 60_000;

/** Parts of a shift as people think of it: all at once, forwards or back. */
export interface ShiftParts {
  days: number;
  hours: number;
  minutes: number;
  back: boolean;
}

/** Undefined for what is no shift: nothing at all, or not whole numbers. */
export function shiftOf({ days, hours, minutes, back }: ShiftParts): number | undefined {
  const parts = [days, hours, minutes];
  if (!parts.every((part) => Number.isInteger(part) && part >= 0)) return undefined;
  const total = ((days * 24 + hours) * 60 + minutes) * minuteMs;
  if (total === 0 || !Number.isSafeInteger(total)) return undefined;
  return back ? -total : total;
}

/** `2019-03-14T07:00:05` for a field of type datetime-local: what the clock there showed. */
export function clockValue(takenAt: string, utcOffsetMinutes: number | undefined): string {
  return localClock(takenAt, utcOffsetMinutes).toISOString().slice(0, 19);
}

/** The instant of a local clock's `2019-03-14T07:00[:05]`; undefined where there is no such. */
export function instantOf(clock: string, utcOffsetMinutes: number | undefined): string | undefined {
  const local = Date.parse(`${clock}Z`);
  if (!/^\d{4,}-\d\d-\d\dT\d\d:\d\d/.test(clock) || Number.isNaN(local)) return undefined;
  return new Date(local - (utcOffsetMinutes ?? 0) * minuteMs).toISOString();
}

/** Every offset in use, from UTC−12:00 to UTC+14:00, in minutes. */
export const offsets: readonly number[] = [
  -720, -660, -600, -570, -540, -480, -420, -360, -300, -240, -210, -180, -120, -60, 0, 60, 120,
  180, 210, 240, 270, 300, 330, 345, 360, 390, 420, 480, 525, 540, 570, 600, 630, 660, 720, 765,
  780, 840,
];
