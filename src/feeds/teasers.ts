import { anyOf } from '../language/any-of.ts'
import { languagePart, wordListsOf } from '../language/read-part.ts'

/**
 * Removes what publishing software appends to a text: "The post … appeared first on …", "Continue reading",
 * "Read more", and cut marks. It removes only whole closing paragraphs and closing phrases of a known form,
 * never a sentence by the newsroom.
 */
export function withoutTeasers(text: string): string {
  const paragraphs = text.split('\n\n')
  while (paragraphs.length > 0) {
    const last = paragraphs.at(-1) ?? ''
    const rest = last.length <= MAX_LAST ? withoutTail(last) : last
    if (rest === last) break
    paragraphs.pop()
    if (rest !== '') paragraphs.push(rest)
  }
  return paragraphs.join('\n\n')
}

/** The patterns are applied to short paragraphs only, which also bounds their work. */
const MAX_LAST = 2000

function withoutTail(paragraph: string): string {
  for (const pattern of TAILS) {
    const at = paragraph.search(pattern)
    if (at >= 0) return paragraph.slice(0, at).trimEnd()
  }
  return paragraph
}

/**
 * Words for what software appends to a text: "read more", and "the post" and "appeared first on" of "The post
 * … appeared first on …". In lower case; "*" stands for any ending.
 */
export const teasers = languagePart('teasers', wordListsOf(['more', 'post', 'appeared']))

const any = (list: 'more' | 'post' | 'appeared'): string =>
  anyOf(teasers.languages().flatMap((language) => teasers.of(language)?.get(list) ?? []))

/** Where a sentence may begin. */
const START = String.raw`(?:^|(?<=[.!?…»”")\]]\s{0,2}))`

const TAILS: readonly RegExp[] = [
  new RegExp(String.raw`${START}${any('post')} .{1,400} ${any('appeared')} .{1,120}$`, 'iu'),
  new RegExp(
    String.raw`${START}[\[(]?${any('more')}(?:[.…:»›→> \])]{0,6}|[:\s].{0,160}(?:…|\.{3}|[»›→>]))$`,
    'iu',
  ),
  /\s?(?:\[(?:…|\.{3}|&hellip;)\]|\((?:more|mehr|suite)(?:…|\.{3})?\))$/iu,
]
