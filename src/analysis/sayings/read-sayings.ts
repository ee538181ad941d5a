import type { Saying } from '../../records/finding.ts'
import { findSayings } from './find-sayings.ts'
import { nameSpeakers } from './name-speakers.ts'
import { createSpeakerCheck } from './is-speaker.ts'
import { isStatement } from './is-statement.ts'
import type { NamedText } from './saying.ts'
import { sayingWordsOf } from './saying-words.ts'

/** UTF-16 units of a claim that are kept: a longer one is a speech. */
const LONGEST_CLAIM = 1_200

/** Who says what in an article. */
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
    // Nobody is told who said it.
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

/** Whole pieces, as many as may be kept; of a first one that is too long its beginning. */
function shortened(pieces: readonly string[]): readonly string[] {
  let left = LONGEST_CLAIM
  const kept = pieces.filter((piece) => (left -= piece.length) >= 0)
  const [first = ''] = pieces
  return kept.length > 0 ? kept : [first.slice(0, LONGEST_CLAIM)]
}
