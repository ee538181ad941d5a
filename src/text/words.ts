import { cutWords } from './cut-words.ts'
import { fold } from './fold.ts'
import { stem } from './stem.ts'

/**
 * The words of a text as search and comparison see them: cut, lower case, stemmed, without accents; numbers kept, Chinese and
 * Japanese as pairs of characters. In order, with repeats; letters and digits only, so a space or a NUL may join them.
 * `language` is ISO 639-1 or `und` (then nothing is stemmed). Same input, same words: they are stored.
 */
export function analyse(text: string, language: string): string[] {
  const [base = 'und'] = language.split('-', 1)
  const memory = memoryFor(base)
  const words = cutWords(text, base)
  for (let i = 0; i < words.length; i++) words[i] = recall(memory, words[i] ?? '', base)
  return words
}

/** One word of `cutWords`, not remembered. */
export function analyseWord(word: string, language: string): string {
  return fold(stem(word, language))
}

/**
 * Words repeat: remembering them makes analysis three times as fast. When the newer half is full the older one goes, and what was met since stays: were all
 * forgotten at once, the common words would be stemmed anew each time. Bounds the memory to some MB a language.
 */
interface Memory {
  newer: Map<string, string>
  older: ReadonlyMap<string, string>
}

const HALF_OF_MEMORY = 20_000
const REMEMBERED_LANGUAGES = 40
const memories = new Map<string, Memory>()

function memoryFor(language: string): Memory {
  let memory = memories.get(language)
  if (memory === undefined) {
    if (memories.size >= REMEMBERED_LANGUAGES) memories.clear()
    memory = { newer: new Map(), older: new Map() }
    memories.set(language, memory)
  }
  return memory
}

function recall(memory: Memory, word: string, language: string): string {
  const known = memory.newer.get(word)
  if (known !== undefined) return known
  const analysed = memory.older.get(word) ?? analyseWord(word, language)
  if (memory.newer.size >= HALF_OF_MEMORY) {
    memory.older = memory.newer
    memory.newer = new Map()
  }
  memory.newer.set(word, analysed)
  return analysed
}
