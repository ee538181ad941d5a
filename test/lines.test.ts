import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

/** UTF-16 units. A longer line holds more than one thought, or words that belong in a data file. */
const LONGEST = 140

/** Docstrings and comments on lines of their own are prose, and wrap where an editor wraps them. */
const isComment = (line: string): boolean => /^\s*(?:\/\/|\/\*|\*)/u.test(line)

it('has no line of code that is longer than a screen is wide', () => {
  const long = globSync('{src,adapters}/**/*.ts').flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.length > LONGEST && !isComment(line) ? [`${file}:${index + 1}`] : [])),
  )
  expect(long).toEqual([])
})
