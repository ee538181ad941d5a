/** IANA zones whose clocks change at least once in the ten years from 2020. */
export const CHANGING_ZONES: readonly string[] = Intl.supportedValuesOf('timeZone').filter((zone) => {
  const start = Temporal.Instant.from('2020-01-01T00:00:00Z').toZonedDateTimeISO(zone)
  const next = start.getTimeZoneTransition('next')
  return next !== null && next.year < 2030
})
