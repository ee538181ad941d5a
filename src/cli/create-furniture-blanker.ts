import { countLines, furnitureIn, readLines } from '../articles/furniture.ts'
import type { PrintedLine } from '../records/source.ts'

/** An article as the filters receive it. */
export interface FilterArticle {
  readonly title: string
  readonly text: string
  readonly outlet?: string | undefined
  readonly lang?: string | undefined
}

/**
 * Creates a filter that replaces page furniture by line breaks, which keeps offsets valid. It learns the
 * furniture of each outlet from all articles it gets, as the news desk does. Articles without an outlet stay
 * unchanged.
 */
export function createFurnitureBlanker(): <T extends FilterArticle>(articles: readonly T[]) => readonly T[] {
  const printed = new Map<string, Map<string, PrintedLine>>()
  return (articles) =>
    articles.map((article) => {
      const { title, text, outlet, lang = 'en' } = article
      if (outlet === undefined) return article
      const known = printed.getOrInsertComputed(outlet, () => new Map<string, PrintedLine>())
      const lines = readLines(title, text, lang)
      for (const [line, counted] of countLines(known, [lines], 0)) known.set(line, counted)
      const found = furnitureIn(lines, known)
      const blanked = found.reduceRight(
        (rest, { start, end }) => rest.slice(0, start) + '\n'.repeat(end - start) + rest.slice(end),
        text,
      )
      return { ...article, text: blanked }
    })
}
