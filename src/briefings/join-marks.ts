import type { SharedMark } from './create-marker.ts'

/** One mark for stories that were merged since they were marked: it tells what is in either, and is new where none was known. */
export function joinMarks(first: SharedMark, ...others: readonly SharedMark[]): SharedMark {
  const all = [first, ...others]
  const known = all.flatMap((mark) => mark.known ?? [])
  const reports = all.flatMap(({ story }) => story.reports)
  return {
    story: {
      ...first.story,
      firstAt: Math.min(...all.map(({ story }) => story.firstAt)),
      lastAt: Math.max(...all.map(({ story }) => story.lastAt)),
      reports: reports.toSorted((one, other) => one.seenAt - other.seenAt),
    },
    known: all.every((mark) => mark.known === null) ? null : [...new Set(known)],
    mark: joined(all.map(({ mark }) => mark)),
    unseen: all.flatMap(({ unseen }) => unseen),
    edits: {
      material: new Map(all.flatMap(({ edits }) => [...edits.material])),
      immaterial: all.flatMap(({ edits }) => edits.immaterial),
    },
  }
}

function joined(marks: readonly SharedMark['mark'][]): SharedMark['mark'] {
  const [first = null] = marks
  return marks.every((mark) => mark === first) ? first : 'updated'
}
