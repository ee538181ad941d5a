/**
 * Names of the Gregorian months, 1 to 12, in languages (BCP 47) as CLDR has them: alone, and behind a day, which changes them in many. As written
 * there; one name may come several times.
 */
export function* monthNames(
  languages: readonly string[],
  widths: readonly ('long' | 'short')[],
): Generator<readonly [name: string, month: number]> {
  for (const language of languages)
    for (const width of widths)
      for (const day of [{}, { day: 'numeric' }] as const) {
        const options = { calendar: 'gregory', timeZone: 'UTC', month: width, ...day } as const
        const format = new Intl.DateTimeFormat(language, options)
        for (let month = 1; month <= 12; month += 1) {
          const parts = format.formatToParts(Date.UTC(2026, month - 1, 15))
          yield [parts.find(({ type }) => type === 'month')?.value ?? '', month]
        }
      }
}
