/**
 * When a local date and time (`2026-03-29`, `02:30`) happens in an IANA zone. A time the clock skips happens right after
 * the jump; one that comes twice happens the first time.
 */
export function slotInstant(date: Temporal.PlainDate, time: string, zone: string): Temporal.Instant {
  const wanted = date.toPlainDateTime(Temporal.PlainTime.from(time))
  const zoned = wanted.toZonedDateTime(zone, { disambiguation: 'earlier' })
  if (zoned.toPlainDateTime().equals(wanted)) return zoned.toInstant()
  // 'earlier' lands before the gap, so that the next change of the clock is the jump itself.
  return zoned.getTimeZoneTransition('next')?.toInstant() ?? zoned.toInstant()
}
