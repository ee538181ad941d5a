import type { PlaceTag } from '../records/article.ts'
import { hashWord } from '../language/terms.ts'
import type { ArticleToPlace } from './article-to-place.ts'
import { soundKey } from '../language/sound-key.ts'

/** Where an event happens and who acts in it, as an article's tags and title tell. Empty is untold. */
export interface Scene {
  /** Countries that it is about. */
  readonly about: readonly string[]
  /** Cities and divisions that the title names. */
  readonly places: readonly PlaceTag[]
  /** By the sound of their last names, hashed: people whom the title names. */
  readonly actors: readonly number[]
  /** By the sound of all their names, hashed: these and the first others whom the article names. Empty where there are no actors. */
  readonly people: readonly number[]
}

/** Of most headlines: one for all of them, for there are a hundred thousand in memory. */
const UNTOLD: Scene = { about: [], places: [], actors: [], people: [] }

/** Of a text's people; those of the title come first. */
const MOST_PEOPLE = 12

export function readScene(article: ArticleToPlace): Scene {
  const { language, title, countries = [], people = [], titlePlaces = [] } = article
  // Who leads a country speaks of others too: "Carney cheers the accord" and "Accord for Kosovo" may be one event.
  const about = countries.flatMap(({ code, focus, byLeader }) => (focus && byLeader !== true ? [code] : []))
  const actors = people.map(lastName).filter((name) => title.includes(name))
  if (about.length + actors.length + titlePlaces.length === 0) return UNTOLD
  const sound = (name: string): number => hashWord(soundKey(name, language) ?? name.toLowerCase())
  return {
    about,
    places: titlePlaces,
    actors: actors.map(sound),
    people:
      actors.length === 0 ? [] : people.slice(0, MOST_PEOPLE).flatMap((name) => name.split(' ').map(sound)),
  }
}

const lastName = (name: string): string => name.slice(name.lastIndexOf(' ') + 1)

interface Staged {
  readonly language: string
  readonly scene: Scene
}

/** Something that scenes tell and can agree in. */
interface Aspect {
  readonly isTold: (scene: Scene) => boolean
  /** In letters: another language spells it otherwise, which proves nothing. */
  readonly isSpelled: boolean
  readonly agree: (one: Scene, other: Scene) => boolean
}

/**
 * Whether two groups of articles tell of different countries, cities or people: then words must speak louder for them to be one event. Only what at least
 * half of a group tells counts: fifty reports that name no city are not about the one that the next of them names.
 */
export function contradict(one: readonly Staged[], other: readonly Staged[]): boolean {
  return ASPECTS.some((aspect) => disagree(one, other, aspect))
}

/** Whether any report of one group is about a country that any of the other is about, or names a person that it names. */
export const shareSubject = (one: readonly Staged[], other: readonly Staged[]): boolean =>
  one.some(({ scene }) =>
    other.some((there) => meet(scene.about, there.scene.about) || meet(scene.people, there.scene.people)),
  )

function disagree(
  one: readonly Staged[],
  other: readonly Staged[],
  { isTold, isSpelled, agree }: Aspect,
): boolean {
  const telling = one.filter(({ scene }) => isTold(scene))
  if (telling.length === 0 || telling.length * 2 < one.length) return false
  let told = 0
  for (const { language, scene } of other) {
    if (!isTold(scene)) continue
    if (telling.some((each) => (isSpelled && each.language !== language) || agree(each.scene, scene)))
      return false
    told++
  }
  return told > 0 && told * 2 >= other.length
}

const ASPECTS: readonly Aspect[] = [
  {
    isTold: ({ about }) => about.length > 0,
    isSpelled: false,
    agree: (one, other) => meet(one.about, other.about),
  },
  {
    isTold: ({ places }) => places.length > 0,
    isSpelled: true,
    agree: (one, other) => one.places.some((place) => other.places.some((there) => canBeOne(place, there))),
  },
  {
    isTold: ({ actors }) => actors.length > 0,
    isSpelled: true,
    agree: (one, other) => meet(one.actors, other.people) || meet(other.actors, one.people),
  },
]

function meet<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.some((each) => other.includes(each))
}

/** The same, or a division and what may lie in it. */
function canBeOne(one: PlaceTag, other: PlaceTag): boolean {
  if (one.country !== other.country) return false
  if (one.name === other.name) return true
  if (one.isCity && other.isCity) return false
  return one.division === '' || other.division === '' || one.division === other.division
}
