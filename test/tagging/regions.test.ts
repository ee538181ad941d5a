import { expect, it } from 'vitest'
import type { Region } from '../../src/tagging/region.ts'
import { regionsOf } from '../../src/tagging/regions.ts'

const region = (id: string, countries: readonly string[], section = true): Region => ({
  id,
  names: { en: id },
  aliases: [],
  countries,
  section,
})
const regions = [
  region('middle-east', ['IR', 'SY', 'TR']),
  region('levant', ['SY', 'LB'], false),
  region('europe', ['FR']),
]

it('names every region that a country lies in, in the order of the settings', () => {
  expect(regionsOf(['SY'], regions)).toEqual(['middle-east', 'levant'])
})

it('names a region once however many of its countries are told', () => {
  expect(regionsOf(['TR', 'IR', 'FR'], regions)).toEqual(['middle-east', 'europe'])
})

it('names none for a country that no region has', () => {
  expect(regionsOf(['XK'], regions)).toEqual([])
})
