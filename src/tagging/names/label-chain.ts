/** What a word of a text may be of a name: its first word or a further one. */
export const LABEL = {
  none: 0,
  personBegins: 1,
  personGoesOn: 2,
  organisationBegins: 3,
  organisationGoesOn: 4,
} as const
export const LABELS = 5
/** A text begins and ends outside names. */
export const TRANSITIONS = LABELS * LABELS

/** Whether a label may follow another: a name goes on only where one has begun. */
const follows = (before: number, label: number): boolean =>
  label === LABEL.personGoesOn
    ? before === LABEL.personBegins || before === LABEL.personGoesOn
    : label === LABEL.organisationGoesOn
      ? before === LABEL.organisationBegins || before === LABEL.organisationGoesOn
      : true

const FOLLOWS = Array.from({ length: TRANSITIONS }, (_, at) => follows(Math.floor(at / LABELS), at % LABELS))

/**
 * How likely each label is at each word, by a linear chain: `scores` has `LABELS` for each word and is written over; `allowed` are bits of labels
 * that a word may have, all where it is not given. `pairs`, where given, adds up how likely each pair of neighbours is.
 */
export function labelChances(
  scores: Float64Array,
  transitions: ArrayLike<number>,
  allowed?: ArrayLike<number>,
  pairs?: Float64Array,
): Float64Array {
  const length = scores.length / LABELS
  const forward = new Float64Array(scores.length)
  const backward = new Float64Array(scores.length)
  const steps = Float64Array.from({ length: TRANSITIONS }, (_, at) =>
    FOLLOWS[at] === true ? Math.exp(transitions[at] ?? 0) : 0,
  )
  for (let at = 0; at < length; at++) {
    const row = at * LABELS
    let top = -Infinity
    for (let label = 0; label < LABELS; label++) top = Math.max(top, scores[row + label] ?? 0)
    let sum = 0
    for (let label = 0; label < LABELS; label++) {
      const may = allowed === undefined || (((allowed[at] ?? 0) >> label) & 1) === 1
      const own = may ? Math.exp((scores[row + label] ?? 0) - top) : 0
      scores[row + label] = own
      let from = 0
      if (at === 0) from = steps[label] ?? 0
      else
        for (let before = 0; before < LABELS; before++)
          from += (forward[row - LABELS + before] ?? 0) * (steps[before * LABELS + label] ?? 0)
      sum += forward[row + label] = from * own
    }
    for (let label = 0; label < LABELS; label++) forward[row + label] = (forward[row + label] ?? 0) / sum
  }
  for (let at = length - 1; at >= 0; at--) {
    const row = at * LABELS
    let sum = 0
    for (let label = 0; label < LABELS; label++) {
      let to = 0
      if (at === length - 1) to = 1
      else
        for (let next = 0; next < LABELS; next++)
          to +=
            (steps[label * LABELS + next] ?? 0) *
            (scores[row + LABELS + next] ?? 0) *
            (backward[row + LABELS + next] ?? 0)
      sum += backward[row + label] = to
    }
    for (let label = 0; label < LABELS; label++) backward[row + label] = (backward[row + label] ?? 0) / sum
    if (pairs !== undefined && at < length - 1) addPairs(row)
  }
  const chances = forward.map((chance, at) => chance * (backward[at] ?? 0))
  for (let row = 0; row < chances.length; row += LABELS) {
    let sum = 0
    for (let label = 0; label < LABELS; label++) sum += chances[row + label] ?? 0
    for (let label = 0; label < LABELS; label++) chances[row + label] = (chances[row + label] ?? 0) / sum
  }
  return chances

  function addPairs(row: number): void {
    const joint = new Float64Array(TRANSITIONS)
    let sum = 0
    for (let label = 0; label < LABELS; label++)
      for (let next = 0; next < LABELS; next++)
        sum += joint[label * LABELS + next] =
          (forward[row + label] ?? 0) *
          (steps[label * LABELS + next] ?? 0) *
          (scores[row + LABELS + next] ?? 0) *
          (backward[row + LABELS + next] ?? 0)
    for (let at = 0; at < TRANSITIONS; at++)
      if (pairs !== undefined) pairs[at] = (pairs[at] ?? 0) + (joint[at] ?? 0) / sum
  }
}
