import type { Saying } from '../../records/finding.ts'
import { findSayings } from './find-sayings.ts'
import { nameSpeakers } from './name-speakers.ts'
import { createSpeakerCheck } from './is-speaker.ts'
import { isStatement } from './is-statement.ts'
import type { NamedText } from './saying.ts'
import { sayingWordsOf } from './saying-words.ts'

/** How much of a claim is kept, in UTF-16 units: a longer one is a speech. */
const LONGEST_CLAIM = 1_200

/** Returns who says what in an article. */
export function readSayings(text: NamedText, language: string): readonly Saying[] {
  const known = sayingWordsOf(language)
  const found = findSayings(text, language).filter(createSpeakerCheck(text, known))
  const speakers = nameSpeakers(text, language, found)
  const { words } = text
  return found.flatMap((saying, at): Saying[] => {
    const { pieces, cue, form } = saying
    const speaker = speakers[at]
    const [first] = pieces
    const last = pieces.at(-1)
    if (speaker === undefined || first === undefined || last === undefined) return []
    if (!isStatement(words, known, saying)) return []
    // The article does not tell who said it.
    if (speaker.name === null && speaker.words === '') return []
    return [
      {
        kind: 'saying',
        start: first.start,
        end: last.end,
        names: [
          ...new Set(
            [speaker.name, speaker.words, speaker.role].filter(
              (name): name is string => name !== null && name !== '',
            ),
          ),
        ],
        speaker,
        verb: cue === null ? null : words.text.slice(cue.start, cue.end),
        claim: shortened(pieces.map(({ start, end }) => words.text.slice(start, end))),
        form,
      },
    ]
  })
}

/** Keeps as many whole pieces as fit, or the beginning of the first if that is too long. */
function shortened(pieces: readonly string[]): readonly string[] {
  let left = LONGEST_CLAIM
  const kept = pieces.filter((piece) => (left -= piece.length) >= 0)
  const [first = ''] = pieces
  return kept.length > 0 ? kept : [first.slice(0, LONGEST_CLAIM)]
}
