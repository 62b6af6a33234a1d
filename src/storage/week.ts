const DAY = 86_400_000;

/** The Monday of a time's week in UTC, as 2026-11-16. */
export function weekOf(at: number): string {
  const days = Math.floor(at / DAY);
  const sinceMonday = (((days + 3) % 7) + 7) % 7;
  return new Date((days - sinceMonday) * DAY).toISOString().slice(0, 10);
}
