import { writeNumber } from './write-number.ts'

/** A time of day such as "07:30" in the digits of a language (BCP 47). */
export function writeClock(time: string, language: string): string {
  return time.replaceAll(/\d/gu, (digit) => writeNumber(Number(digit), language))
}
