import type { PlaceTag } from '../records/article.ts'
import { hashWord } from '../language/terms.ts'
import type { ArticleToPlace } from './article-to-place.ts'
import { soundKey } from './sound-key.ts'

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
