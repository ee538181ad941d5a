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
const DASH = '(?:\\s*(?:--+|[—–―|])\\s*|:\\s|\\s?-\\s)'
const AGENCY = '[(/\\[]\\s*\\p{L}[\\p{L}\\d .,/&-]{1,40}[)/\\]]'

const DATELINES = [
  // "8.11.2018, 8:18 "
  new RegExp(
    `^[|\\s]*\\d{1,2}[-./]\\d{1,2}[-./]\\d{2,4},?\\s+\\d{1,2}:\\d{2}(?:\\s+\\d{1,5}){0,3}\\s+${BEGINS}`,
    'u',
  ),
  // "CAIRO (Reuters) - ", "Madrid, 3 may (EFE).- ", "القاهرة (رويترز) - "
  new RegExp(`^[\\p{L}\\p{M}\\d .,'’/-]{2,45}${AGENCY}[.,]?${DASH}${BEGINS}`, 'u'),
  // "LONDON -- ", "KANSAS CITY, Kan. — ", "МОСКВА, 3 мая — "
  new RegExp(
    `^\\p{Lu}[\\p{Lu} .'’/-]{2,30}(?:,\\s?[\\p{L}\\d .]{1,24})?\\s*(?:--+|[—–―|]| -)+\\s+${BEGINS}`,
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
