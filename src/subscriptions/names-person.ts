import { cutWords } from '../language/cut-words.ts'
import { fold } from '../language/letters.ts'

/** Whether a name is one of those wished for: "Araghchi" and "abbas araghchi" both wish for "Abbas Araghchi". */
export function namesPerson(name: string, wished: readonly string[]): boolean {
  const words = new Set(foldedWords(name))
  return wished.some((wish) => {
    const wanted = foldedWords(wish)
    return wanted.length > 0 && wanted.every((word) => words.has(word))
  })
}

const foldedWords = (name: string): string[] => cutWords(name, 'und').map(fold)
