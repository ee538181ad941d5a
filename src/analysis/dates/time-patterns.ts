import type { TimeItem } from './time-items.ts'

/** How words of time are combined, whatever the language. The letters are those of `time-items.ts`. */
const PATTERNS = [
  // "Tuesday, 3 March 2026", "30 و 31 اردیبهشت", "18 مهر ماه"
  '(?:(?<weekday>W)[,G]{0,2})?(?:[NO][-GI](?=[NO]))?(?<day>[NO])G{0,2}(?<month>m)o?G?' +
    '(?:[,G]{0,2}u?(?<year>Y)u?|(?<rel>[PXS])u|u(?<rel>[PXS]))?',
  '(?<day>[NO])G{0,2}(?<month>m)o?G?(?:[,G]{0,2}u?(?<year>Y)u?)?G?(?<weekday>W)',
  // "March 3, 2026"
  '(?:(?<weekday>W)[,G]{0,2})?(?<month>m)G?(?<day>[NO])(?:[,G]{0,2}(?<year>Y))?',
  '(?<full>F)',
  // The first of "10., 11. und 18. Februar": month and year follow the last.
  '(?<day>[NO])(?=[-,G&]{1,3}(?:[NO][-,G&]{1,3}){0,4}[NO]G?(?<month>m)(?:[,G]{0,2}u?(?<year>Y))?)',
  '[NY]?(?<bc>[NY])u?b',
  '(?:DG{0,2})?(?:oG?)?(?<month>m)o?[,G]{0,2}u?(?<year>Y)u?',
  '(?:DG{0,2})?(?<month>M)o?G{0,2}(?<ofYear>[PXS])G?u',
  '[Gyi](?<month>m)(?!G?[NOYPXS])',
  '(?:DG{0,2})(?<month>m)(?!G?[NOY])',
  '(?:DG{0,2})?(?<rel>[PXS])?(?<month>M)(?:o(?!G?N))?(?<rel2>[PXS])?',
  'oG?(?<month>m)',
  '(?<month>m)o(?:u?G?(?<rel>[PXS]))?',
  // "Friday and Saturday nights"
  '(?:W&)?(?<weekday>W)(?<every>r)',
  // "last Friday", "Friday night", "صباح الاثنين"
  '(?:(?<rel>[PXS])G?)?d?(?<weekday>W)G?(?:(?<rel2>[PXS])G?)?(?<part>H)?',
  '(?<part>H)(?:dG?|G){0,2}(?<weekday>W)(?<rel>[PXS])?',
  '(?:[DO]hG{0,2}|DG{0,2})?u(?<year>Y)',
  '(?:DG{0,2})?(?<year>Y)u',
  '(?<daypart>p)',
  // Not "le week-end dernier", which is matched below.
  '(?:G|D)(?<weekend>e)(?!G?[PXS])',
  '(?<lead>y)?(?<year>Y)',
  '(?<year>Y)(?=[-&]Y)',
  '(?<ten>t)u?',
  '(?<hundred>O)G?(?<century>U)',
  '(?<century>U)G?(?<hundred>O)G{0,2}',
  // "the past two years", "die letzten drei Jahre", "الأيام الثلاثة الماضية"
  '(?:DG{0,2})?(?<rel>[PXS])G?(?:(?<n>[NQ])G?)?(?<unit>U)',
  '(?:DG{0,2})?(?:(?<n>[NQ])G?)?(?<rel>[PXS])(?<unit>U)',
  '(?:DG{0,2})?(?:(?<n>[NQ])G?)?(?<unit>U)(?:(?<n2>N)G?)?(?<rel>[PXS])',
  // "3 days ago", "vor drei Tagen", "in 13 days"
  '(?<n>[NQn])?(?<unit>U)G?(?<dir>[AL])',
  '(?<dir>B)G?(?<n>[NQn])?G?(?<unit>U)',
  '(?<dir>I)G?(?<n>[NQn])(?<unit>U)',
  'D?(?<t>T)(?:G?(?<part>H))?',
  '(?<part>H)G?(?<t>T)',
  '(?<named>E)',
  '(?<whole>w)',
  '(?<rel>[PXS])(?<part>H)',
  '(?<part>H)',
  '(?:H?G?cG?)?(?<clock>K)(?:C{0,2})H?',
  '(?:H?G?cG?)?(?<clock>k)C{1,2}H?',
  '(?:H?G?cG?)(?<clock>k)H?',
  '(?:(?<clock>[Kk])|(?<hour>N))(?=[-G&][NKk]C)',
  '(?<hour>N)[-G&]NC?H',
  'H?G?cG?(?<hour>N)(?:G(?<minute>N)(?:G|C|U)?)?C{0,2}H?',
  '(?<hour>N)C{1,2}H?',
  'cG?(?<hour>N)&(?:N|h)(?:U(?:&N?U?)?)?C?H?',
  // "three years", "two-week", "half an hour"
  '(?<n>[NQ])G?(?<unit>U)',
  '(?<n>[NQ]N)(?<unit>U)',
  '(?<n>n)(?<unit>U)',
  'hn?(?<unit>U)',
  '(?<every>V)(?:(?<n>[NO])G?)?(?<unit>U)',
  '(?<every>V)(?<weekday>W)H?',
  '(?<set>J)',
  // "third-quarter", "the second quarter of 2026", "the first half of this year"
  '(?:(?<rel>[PXS])u?G?)?(?<nth>O)(?<quarter>q)(?:[G,]{0,2}(?:u?(?<year>Y)u?|(?<rel2>[PXS])u|u(?<rel2>[PXS])))?',
  '(?<quarter>q)G?(?<nth>O)(?:[G,]{0,2}(?:u?(?<year>Y)u?))?',
  '(?:(?<nth>O)G?(?<half>h)|(?<half>h)G?(?<nth>O))[G,]{0,3}(?:u?(?<year>Y)u?|(?<rel>[PXS])u)',
  'G(?<quarter>q)(?!G?[PXS])',
  // "the 1988 third quarter", "the year-ago quarter"
  '(?<year>Y)(?<nth>O)(?<quarter>q)',
  'u(?<back>A)(?:(?<nth>O)G?)?(?<quarter>q)',
  '(?:DG{0,2})?(?:(?<rel>[PXS])G?)?(?<season>Z)(?:[G,]{0,2}u?(?<year>Y)u?|G?(?<rel2>[PXS])u?)?',
  '(?<ref>R)',
]

/** A match, and which item plays which part in it. */
export interface TimeMatch {
  readonly from: number
  readonly to: number
  readonly parts: ReadonlyMap<string, TimeItem>
}

/** Follows the letters of an item. */
const ITEM_END = ';'

/**
 * Compiles a pattern: each letter or class matches an item that has one of these letters, whatever other
 * letters it has.
 */
const compile = (pattern: string): RegExp =>
  new RegExp(
    pattern.replaceAll(
      /\(\?<\w+>|\(\?[=!:]|\{[^}]*\}|\[([^\]]+)\]|([A-Za-z,&-])/gu,
      (all, group: string | undefined, one: string | undefined) => {
        const letters = group ?? one
        return letters === undefined
          ? all
          : `(?:[^${ITEM_END}]*[${RegExp.escape(letters)}][^${ITEM_END}]*${ITEM_END})`
      },
    ),
    'yd',
  )

const compiled = PATTERNS.map(compile)

/**
 * Returns the times among items, in order and without overlap, with the result of `valueOf`. At each place
 * the longest match with a value wins.
 */
export function matchTimes<Value>(
  items: readonly (TimeItem | null)[],
  valueOf: (match: TimeMatch) => Value | null,
): readonly (readonly [TimeMatch, Value])[] {
  const found: (readonly [TimeMatch, Value])[] = []
  for (let at = 0; at < items.length;) {
    const longest = isPunctuation(items[at]) ? null : longestAt(at, items, valueOf)
    if (longest !== null) found.push(longest)
    at = longest?.[0].to ?? at + 1
  }
  return found
}

/** A time does not begin with a comma or a dash, or where there is no item. */
const isPunctuation = (item: TimeItem | null | undefined): boolean =>
  item == null || item.letters === ',' || item.letters === '-'

function longestAt<Value>(
  at: number,
  items: readonly (TimeItem | null)[],
  valueOf: (match: TimeMatch) => Value | null,
): readonly [TimeMatch, Value] | null {
  let stretch = ''
  for (let next = at; next < items.length && next < at + MOST_ITEMS; next++) {
    const item = items[next]
    if (item == null) break
    stretch += item.letters + ITEM_END
  }
  for (const { length, places } of shapesOf(stretch)) {
    const parts = new Map<string, TimeItem>()
    for (const [name, offset] of places) {
      const item = items[at + offset]
      if (item != null) parts.set(name, item)
    }
    const match = { from: at, to: at + length, parts }
    const value = valueOf(match)
    if (value !== null) return [match, value]
  }
  return null
}

/** In items: more than any pattern looks at. */
const MOST_ITEMS = 32

/** A way to read the beginning of a stretch: its number of items, and the position of each part. */
interface Shape {
  readonly length: number
  readonly places: readonly (readonly [part: string, offset: number])[]
}

/**
 * Cache of shapes by stretch: few stretches are new, and the cache costs a tenth of trying all patterns.
 * Emptied when full.
 */
const shapes = new Map<string, readonly Shape[]>()
const SHAPES_KEPT = 20_000

/** Returns all ways to read the beginning of an uninterrupted stretch, the longest first. */
function shapesOf(stretch: string): readonly Shape[] {
  const known = shapes.get(stretch)
  if (known !== undefined) return known
  const itemsUntil = (end: number): number => stretch.slice(0, end).split(ITEM_END).length - 1
  const found = compiled.flatMap((pattern): Shape[] => {
    pattern.lastIndex = 0
    const match = pattern.exec(stretch)
    if (match === null) return []
    const places = Object.entries(match.indices?.groups ?? {}).flatMap(([name, span]) =>
      span === undefined ? [] : [[name.replace(/\d$/u, ''), itemsUntil(span[0])] as const],
    )
    return [{ length: itemsUntil(match[0].length), places }]
  })
  const sorted = found.toSorted((one, other) => other.length - one.length)
  if (shapes.size >= SHAPES_KEPT) shapes.clear()
  shapes.set(stretch, sorted)
  return sorted
}
