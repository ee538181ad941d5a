import type { PlaceTag } from '../records/article.ts'
import { hashWord } from '../language/terms.ts'
import type { ArticleToPlace } from './article-to-place.ts'
import { soundKey } from '../language/sound-key.ts'

/**
 * Where an event happens and who acts in it, according to an article's tags and title. Empty means not told.
 */
export interface Scene {
  /** Countries that the article is about. */
  readonly about: readonly string[]
  /** Cities and divisions named in the title. */
  readonly places: readonly PlaceTag[]
  /** People named in the title: hashes of the sound of their last names. */
  readonly actors: readonly number[]
  /**
   * Those people and the first others named in the article: hashes of the sound of all their names. Empty if
   * `actors` is.
   */
  readonly people: readonly number[]
}

/** Shared by most headlines, because a hundred thousand of them are in memory. */
const EMPTY_SCENE: Scene = { about: [], places: [], actors: [], people: [] }

/** Upper bound on people taken from an article. Those in the title come first. */
const MOST_PEOPLE = 12

export function readScene(article: ArticleToPlace): Scene {
  const { language, title, countries = [], people = [], titlePlaces = [] } = article
  // The leader of a country also speaks about others: "Carney cheers the accord" and "Accord for Kosovo" may
  // be one event.
  const about = countries.flatMap(({ code, focus, byLeader }) => (focus && byLeader !== true ? [code] : []))
  const actors = people.map(lastName).filter((name) => title.includes(name))
  if (about.length + actors.length + titlePlaces.length === 0) return EMPTY_SCENE
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

interface WithScene {
  readonly language: string
  readonly scene: Scene
}

/** One thing that scenes tell and may agree on. */
interface Aspect {
  readonly isKnown: (scene: Scene) => boolean
  /**
   * Whether it is compared by spelling. Another language spells it differently, so a difference between
   * languages proves nothing.
   */
  readonly isSpelled: boolean
  readonly agree: (one: Scene, other: Scene) => boolean
}

/**
 * Whether two groups of articles name different countries, cities or people. If so, more shared words are
 * required for one event. Only what at least half of a group tells counts: fifty reports that name no city
 * are not about the city that the next report names.
 */
export function contradict(one: readonly WithScene[], other: readonly WithScene[]): boolean {
  return ASPECTS.some((aspect) => disagree(one, other, aspect))
}

/** Whether any two reports of the two groups are about the same country or name the same person. */
export const shareSubject = (one: readonly WithScene[], other: readonly WithScene[]): boolean =>
  one.some(({ scene }) =>
    other.some(
      (theirs) => overlap(scene.about, theirs.scene.about) || overlap(scene.people, theirs.scene.people),
    ),
  )

function disagree(
  one: readonly WithScene[],
  other: readonly WithScene[],
  { isKnown, isSpelled, agree }: Aspect,
): boolean {
  const withAspect = one.filter(({ scene }) => isKnown(scene))
  if (withAspect.length === 0 || withAspect.length * 2 < one.length) return false
  let comparable = 0
  for (const { language, scene } of other) {
    if (!isKnown(scene)) continue
    if (withAspect.some((each) => (isSpelled && each.language !== language) || agree(each.scene, scene)))
      return false
    comparable++
  }
  return comparable > 0 && comparable * 2 >= other.length
}

const ASPECTS: readonly Aspect[] = [
  {
    isKnown: ({ about }) => about.length > 0,
    isSpelled: false,
    agree: (one, other) => overlap(one.about, other.about),
  },
  {
    isKnown: ({ places }) => places.length > 0,
    isSpelled: true,
    agree: (one, other) => one.places.some((place) => other.places.some((there) => canBeOne(place, there))),
  },
  {
    isKnown: ({ actors }) => actors.length > 0,
    isSpelled: true,
    agree: (one, other) => overlap(one.actors, other.people) || overlap(other.actors, one.people),
  },
]

function overlap<T>(one: readonly T[], other: readonly T[]): boolean {
  return one.some((each) => other.includes(each))
}

/** Whether both are the same place, or a division and a place that may lie in it. */
function canBeOne(one: PlaceTag, other: PlaceTag): boolean {
  if (one.country !== other.country) return false
  if (one.name === other.name) return true
  if (one.isCity && other.isCity) return false
  return one.division === '' || other.division === '' || one.division === other.division
}
