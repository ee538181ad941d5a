import { copyString } from './copy-string.ts'

/**
 * Returns a coarse key of how a name sounds, the same in Latin, Cyrillic, Greek, Arabic and Hebrew script, so
 * that Путин, بوتين and Putin match. Consonants fall into nine classes; vowels only count at the beginning.
 * Returns null if fewer than three signs are left, too few to tell names apart.
 */
export function soundKey(word: string, language: string): string | null {
  const isPersian = language === 'fa'
  const cache = isPersian ? persianCache : commonCache
  let key = cache.get(word)
  if (key === undefined) {
    key = findSoundKey(word, isPersian)
    if (cache.size >= WORDS_KEPT) cache.clear()
    cache.set(copyString(word), key)
  }
  return key
}

/**
 * Size of the cache: names occur again in the next article. It is emptied when full, so that hostile texts
 * cannot fill the memory.
 */
const WORDS_KEPT = 60_000
const persianCache = new Map<string, string | null>()
const commonCache = new Map<string, string | null>()

function findSoundKey(word: string, isPersian: boolean): string | null {
  const lower = word.slice(0, LONGEST_NAME).normalize('NFKD').toLowerCase()
  const bare = ARABIC.test(lower) ? lower.replace(/^(?:[وفبكل]?ال|لل)(?=..)/u, '') : lower
  const spelled = bare.replace(CLUSTERS, (cluster) => CLUSTER_SOUNDS.get(cluster) ?? cluster)
  let key = ''
  let first = true
  for (const letter of spelled) {
    const sound = (isPersian ? PERSIAN_SOUNDS.get(letter) : undefined) ?? SOUNDS.get(letter)
    if (sound === undefined) {
      if (!/\p{L}/u.test(letter)) continue
      if (first) key += 'A'
    } else if (sound === 'H') {
      if (first) key += 'K'
    } else if (!key.endsWith(sound)) key += sound
    first = false
  }
  return key.length < 3 ? null : key
}

const LONGEST_NAME = 40
const ARABIC = /\p{Script=Arabic}/u

/**
 * Letters that sound as one. They are replaced by capitals, which the next step reads as the sound itself.
 */
const CLUSTER_SOUNDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    J: 'tsch sch dzh tch dsch sh ch zh dj дж дч дш тч τσ cz sz',
    K: 'kh gh ck γκ',
    F: 'ph ευ',
    T: 'th ντ',
    S: 'ts tz тс ce ci cy',
    P: 'μπ',
    KS: 'x ξ кс',
    PS: 'ψ',
  }).flatMap(([sound, clusters]) => clusters.split(' ').map((cluster) => [cluster, sound] as const)),
)
const CLUSTERS = new RegExp([...CLUSTER_SOUNDS.keys()].join('|'), 'gu')

/**
 * Classes: P (p b), F (f v), T (t d), K (k g q), J (j sh ch), S (s z), M, N, L, R; H only counts at the
 * beginning. Letters not listed are vowels.
 */
const SOUNDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    P: 'Pbpбпβπبپבפ',
    F: 'Ffvwвфφفڤ',
    T: 'Tdtðþдтδθτتدطضثظתטד',
    K: 'Kckgqгґкхγκχقكگکغخקכךגח',
    J: 'Jjşçжчшщجچشژ',
    S: 'Sszßзсцζσςسصزذזסשצץ',
    M: 'mмμمמם',
    N: 'nñнνنןנ',
    L: 'lłлλلל',
    R: 'rрρرר',
    H: 'hحهه',
  }).flatMap(([sound, letters]) => Array.from(letters, (letter) => [letter, sound] as const)),
)

const PERSIAN_SOUNDS: ReadonlyMap<string, string> = new Map(Array.from('ثضظ', (letter) => [letter, 'S']))
