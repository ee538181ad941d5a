import { expect, it } from 'vitest'
import { datelineEnd } from '../../../src/tagging/places/dateline-end.ts'

it.each([
  ['BEIRUT (AP) — Shells fell on the town.', 'BEIRUT (AP) —'],
  ['WASHINGTON, March 3 - Senators met.', 'WASHINGTON, March 3 - '],
  ['Ankara, 24 Kasım (AA) - Bakan konuştu.', 'Ankara, 24 Kasım (AA) -'],
  ['МОСКВА, 5 мая. /ТАСС/. Министр прибыл.', 'МОСКВА, 5 мая. /ТАСС/.'],
  ['Shells fell on the town - again.', ''],
  ['The town was quiet on Monday.', ''],
  ['', ''],
])('"%s" has the dateline "%s"', (text, dateline) => {
  expect(text.slice(0, datelineEnd(text))).toBe(dateline)
})
