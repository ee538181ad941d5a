import { SPOKEN } from '../../language/languages.ts'
import { foldTerm, type NameIndex } from '../name-index.ts'
import { readZone } from '../reading/read-zone.ts'
import type { Item } from './items.ts'
import { clocksIn } from './clocks.ts'
import type { Wish } from './wish.ts'

/** What a sentence wants to be set: "my time zone is Cairo", "speak German", "nothing between 23:00 and 7:00". */
export function readSettings(items: readonly Item[], nameIndex: NameIndex): Wish['settings'] {
  const typed = items.map((item) => item.words.map((word) => word.typed).join(' '))
  const zone = items
    .map((item, at) => (item.named === null ? null : readZone(typed[at] ?? '', nameIndex)))
    .find((found) => found !== null)
  const speak = items
    .flatMap((item) => [item.words.map(({ key }) => key).join(' '), foldTerm(item.first.typed)])
    .map((key) => nameIndex.languages.get(key)?.id)
    .find((id) => SPOKEN.some((language) => language === id))
  const [from, to] = clocksIn(items)
  return {
    ...(speak !== undefined && { speak }),
    ...(speak === undefined && zone != null && { zone }),
    ...(from !== undefined && to !== undefined && from !== to && { quiet: { from, to } }),
  }
}
