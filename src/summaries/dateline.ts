/**
 * Where a sentence's own words begin, behind a dateline: "CAIRO (Reuters) - ", "МОСКВА, 3 мая. /ТАСС/. ", "(CNN)".
 * `start` and the answer are UTF-16 offsets into `text`; without a dateline the answer is `start`.
 */
export function skipDateline(text: string, start: number, end: number): number {
  const head = text.slice(start, Math.min(end, start + LONGEST))
  for (const pattern of DATELINES) {
    const found = pattern.exec(head)
    if (found && start + found[0].length < end) return start + found[0].length
  }
  return start
}

/** UTF-16 units. A dateline names a place, a day and an agency, no more. */
const LONGEST = 90

/** What must follow: the beginning of a sentence. */
const BEGINS = '(?=["“«„\'‘(]?[\\p{Lu}\\p{Lo}\\p{N}])'
/** The last two are dashes that somebody read in the wrong encoding. */
const LONG_DASH = '--+|[—–―|]|[\\u0096\\u0097]|â[\\u0080-\\u00bf]{2}'
const DASH = `(?:\\s*(?:${LONG_DASH})\\s*|:\\s|\\s?-\\s)`
const AGENCY = '[(/\\[]\\s*\\p{L}[\\p{L}\\d .,/&-]{1,40}[)/\\]]'

const DATELINES = [
  // "8.11.2018, 8:18 "
  new RegExp(
    `^[|\\s]*\\d{1,2}[-./]\\d{1,2}[-./]\\d{2,4},?\\s+\\d{1,2}:\\d{2}(?:\\s+\\d{1,5}){0,3}\\s+${BEGINS}`,
    'u',
  ),
  // "20:02, 9 July, 2018 "; without the hour only where a gap or a dash parts it from the sentence
  new RegExp(`^\\d{1,2}:\\d{2},?\\s+\\d{1,2}\\s\\p{L}{3,10},?\\s\\d{4},?\\s+${BEGINS}`, 'u'),
  new RegExp(`^\\d{1,2}\\s\\p{L}{3,10},?\\s\\d{4}(?:\\s{2,}|\\s*(?:${LONG_DASH})\\s*)${BEGINS}`, 'u'),
  // What is left of a dateline that stood on a line of its own
  new RegExp(`^[—–―]\\s+${BEGINS}`, 'u'),
  // "CAIRO (Reuters) - ", "Madrid, 3 may (EFE).- ", "القاهرة (رويترز) - "
  new RegExp(`^[\\p{L}\\p{M}\\d .,'’/-]{2,45}${AGENCY}[.,]?${DASH}${BEGINS}`, 'u'),
  // "LONDON -- ", "KANSAS CITY, Kan. — ", "МОСКВА, 3 мая — "
  new RegExp(
    `^\\p{Lu}[\\p{Lu} .'’/-]{2,30}(?:,\\s?[\\p{L}\\d .]{1,24})?\\s*(?:${LONG_DASH}| -)+\\s+${BEGINS}`,
    'u',
  ),
  // "МОСКВА, 3 мая. /ТАСС/. ", "(CNN)", "(CNN) -- ", "(Washington, DC) – ", "/ТАСС/. "
  new RegExp(
    `^(?:\\p{Lu}[\\p{L} -]{2,30}(?:, \\d{1,2} \\p{L}{3,10})?[.,]?\\s+)?(?:\\([\\p{Lu}\\d./ ]{2,12}\\)|/[\\p{Lu}\\d. -]{2,16}/)[.,]?\\s*(?:--+|[—–―-])*\\s*${BEGINS}`,
    'u',
  ),
  new RegExp(`^\\(\\p{Lu}\\p{L}[\\p{L} .,/-]{2,36}\\)${DASH}${BEGINS}`, 'u'),
  // "تهران - ایرنا - "
  new RegExp(
    `^\\p{Lo}[\\p{Lo}\\u200c ]{1,20}\\s*[-–—/]\\s*\\p{Lo}[\\p{Lo}\\u200c ]{1,16}\\s*[-–—:]\\s*${BEGINS}`,
    'u',
  ),
]
