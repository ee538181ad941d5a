import { type Bag, type BagStore, emptyBag } from './create-bag-store.ts'
import type { Scene } from './contradict.ts'

/** One placed article, as far as later ones are compared with it. */
export interface Member {
  readonly id: string
  /** Milliseconds since 1970; null is unknown and near to any story. */
  readonly at: number | null
  readonly language: string
  /** How much of a text there is to compare, 0 (a headline) to 1. */
  readonly fullness: number
  readonly words: Bag
  readonly bridge: Bag
  readonly scene: Scene
  /** Where it is now; null while it is in none. */
  story: StoryInMemory | null
}

export interface StoryInMemory {
  readonly id: string
  /** Smaller is older. */
  readonly order: number
  members: Member[]
  /** Words of different languages do not meet. The language of its first report stands by itself: mostly there is no other, and it is asked for most. */
  language: string
  words: Bag
  otherWords: { readonly language: string; bag: Bag }[]
  bridge: Bag
  /** Mean over the members. */
  fullness: number
  firstAt: number
  lastAt: number
  /** Members were taken out since all of this was summed: see `sumUp`. */
  isStale: boolean
}

export function beginStory(id: string, order: number): StoryInMemory {
  return {
    id,
    order,
    members: [],
    language: '',
    words: emptyBag,
    otherWords: [],
    bridge: emptyBag,
    fullness: 0,
    firstAt: Infinity,
    lastAt: -Infinity,
    isStale: false,
  }
}

export function growStory(bags: BagStore, story: StoryInMemory, members: readonly Member[]): void {
  for (const member of members) {
    const before = story.members.push(member) - 1
    if (before === 0) story.language = member.language
    addWords(bags, story, member)
    story.bridge = join(bags, story.bridge, member.bridge)
    story.fullness = (story.fullness * before + member.fullness) / (before + 1)
    if (member.at === null) continue
    story.firstAt = Math.min(story.firstAt, member.at)
    story.lastAt = Math.max(story.lastAt, member.at)
  }
}

function addWords(bags: BagStore, story: StoryInMemory, { language, words }: Member): void {
  if (language === story.language) {
    story.words = join(bags, story.words, words)
    return
  }
  const same = story.otherWords.find((other) => other.language === language)
  if (same === undefined) story.otherWords.push({ language, bag: words })
  else same.bag = join(bags, same.bag, words)
}

function join(bags: BagStore, sum: Bag, bag: Bag): Bag {
  const both = bags.sum(sum, bag)
  freeSum(bags, sum)
  return both
}

/** The bag of one article is the article's own, even where it is all of a story. */
function freeSum(bags: BagStore, bag: Bag): void {
  if (bags.articlesOf(bag) > 1) bags.free(bag)
}

/** Leaves a story with these of its members. Most stories from which one is forgotten are never looked at again: they are not summed before `sumUp`. */
export function shrinkStory(bags: BagStore, story: StoryInMemory, left: Member[]): void {
  for (const bag of [story.words, story.bridge, ...story.otherWords.map((other) => other.bag)])
    freeSum(bags, bag)
  Object.assign(story, beginStory(story.id, story.order), { members: left, isStale: true })
}

/** The story, the same as if those that left had never been in it. */
export function sumUp(bags: BagStore, story: StoryInMemory): StoryInMemory {
  if (!story.isStale) return story
  const { members } = story
  Object.assign(story, beginStory(story.id, story.order))
  growStory(bags, story, members)
  return story
}

export function wordsIn(story: StoryInMemory, language: string): Bag | undefined {
  if (story.language === language) return story.words
  return story.otherWords.find((other) => other.language === language)?.bag
}

/** Every language in which a story is told, its first report's first. */
export function languagesOf(story: StoryInMemory): string[] {
  return [story.language, ...story.otherWords.map(({ language }) => language)]
}
