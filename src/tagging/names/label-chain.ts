/** Labels of a word: outside names, first word of a name, or further word of one. */
export const LABEL = {
  none: 0,
  personBegins: 1,
  personGoesOn: 2,
  organisationBegins: 3,
  organisationGoesOn: 4,
} as const
export const LABELS = 5
/** Number of pairs of labels. Texts begin and end outside names, so the ends need no labels of their own. */
export const TRANSITIONS = LABELS * LABELS

/** Whether a label may follow another. A name may only continue where one of its kind has begun. */
const follows = (before: number, label: number): boolean =>
  label === LABEL.personGoesOn
    ? before === LABEL.personBegins || before === LABEL.personGoesOn
    : label === LABEL.organisationGoesOn
      ? before === LABEL.organisationBegins || before === LABEL.organisationGoesOn
      : true

const FOLLOWS = Array.from({ length: TRANSITIONS }, (_, at) => follows(Math.floor(at / LABELS), at % LABELS))

/** Factors of the steps between labels, from their logarithms; 0 for a step that `follows` forbids. */
export const stepsOf = (transitions: ArrayLike<number>): Float64Array =>
  Float64Array.from({ length: TRANSITIONS }, (_, at) =>
    FOLLOWS[at] === true ? Math.exp(transitions[at] ?? 0) : 0,
  )

/**
 * The logarithm of how much likelier the best single name among words `from` up to `to` is than no name;
 * `-Infinity` if none may begin there. Costs a tenth of `labelChances`. `scores` and `allowed` cover the
 * whole text and are as in `labelChances`; `transitions` are logarithms.
 */
export function bestName(
  scores: Float64Array,
  allowed: Uint8Array,
  from: number,
  to: number,
  transitions: ArrayLike<number>,
): number {
  const outside = transitions[0] ?? 0
  const overOutside = (before: number, label: number): number =>
    (transitions[before * LABELS + label] ?? 0) - outside
  let best = -Infinity
  for (const begins of [LABEL.personBegins, LABEL.organisationBegins]) {
    const goesOn = begins + 1
    const opened = overOutside(LABEL.none, begins)
    const wentOn = overOutside(begins, goesOn)
    const wentFurther = overOutside(goesOn, goesOn)
    const closed = overOutside(begins, LABEL.none)
    const closedLater = overOutside(goesOn, LABEL.none)
    let begun = -Infinity
    let gone = -Infinity
    for (let at = from; at < to; at++) {
      const row = at * LABELS
      const labels = allowed[at] ?? 0
      const none = scores[row] ?? 0
      const before = Math.max(begun + wentOn, gone + wentFurther)
      begun = ((labels >> begins) & 1) === 1 ? opened + (scores[row + begins] ?? 0) - none : -Infinity
      gone = ((labels >> goesOn) & 1) === 1 ? before + (scores[row + goesOn] ?? 0) - none : -Infinity
      best = Math.max(best, begun + closed, gone + closedLater)
    }
  }
  return best
}

/**
 * The probability of each label at each word, `LABELS` numbers a word, by a linear chain that begins and ends
 * outside names. `scores` has logarithms in the same order and is overwritten. `allowed` has a bit for each
 * label that a word may have; without it all are allowed. If `pairs` is given, the probabilities of each pair
 * of neighbouring labels are added to it.
 */
export function labelChances(
  scores: Float64Array,
  steps: Float64Array,
  allowed?: ArrayLike<number>,
  pairs?: Float64Array,
): Float64Array {
  const length = scores.length / LABELS
  const forward = new Float64Array(scores.length)
  for (let at = 0; at < length; at++)
    goForward(scores, forward, steps, at, allowed === undefined ? -1 : (allowed[at] ?? 0))
  let behind = [0, 0, 0, 0, 0]
  let backward = [0, 0, 0, 0, 0]
  for (let at = length - 1; at >= 0; at--) {
    const row = at * LABELS
    goBackward(scores, behind, backward, steps, at === length - 1 ? -1 : row + LABELS)
    if (pairs !== undefined && at < length - 1) addPairs(pairs, scores, { forward, behind, steps }, row)
    for (let label = 0; label < LABELS; label++)
      forward[row + label] = (forward[row + label] ?? 0) * (backward[label] ?? 0)
    normalise(forward, row)
    ;[behind, backward] = [backward, behind]
  }
  return forward
}

function goForward(
  scores: Float64Array,
  forward: Float64Array,
  steps: Float64Array,
  at: number,
  allowed: number,
): void {
  const row = at * LABELS
  let top = -Infinity
  for (let label = 0; label < LABELS; label++) top = Math.max(top, scores[row + label] ?? 0)
  for (let label = 0; label < LABELS; label++) {
    const own = ((allowed >> label) & 1) === 1 ? Math.exp((scores[row + label] ?? 0) - top) : 0
    scores[row + label] = own
    let from = 0
    if (own === 0) continue
    if (at === 0) from = steps[label] ?? 0
    else
      for (let before = 0; before < LABELS; before++)
        from += (forward[row - LABELS + before] ?? 0) * (steps[before * LABELS + label] ?? 0)
    forward[row + label] = from * own
  }
  normalise(forward, row)
}

/**
 * Writes into `backward` what the words behind a word say about its labels. `next` is where the scores of the
 * next word begin, -1 if there is none; `behind` is the result for that word.
 */
function goBackward(
  scores: Float64Array,
  behind: readonly number[],
  backward: number[],
  steps: Float64Array,
  next: number,
): void {
  for (let label = 0; label < LABELS; label++) {
    const step = label * LABELS
    let to = 0
    if (next < 0) to = steps[step + LABEL.none] ?? 0
    else
      for (let other = 0; other < LABELS; other++)
        to += (steps[step + other] ?? 0) * (scores[next + other] ?? 0) * (behind[other] ?? 0)
    backward[label] = to
  }
  normalise(backward, 0)
}

function addPairs(
  pairs: Float64Array,
  scores: Float64Array,
  {
    forward,
    behind,
    steps,
  }: { readonly forward: Float64Array; readonly behind: readonly number[]; readonly steps: Float64Array },
  row: number,
): void {
  const joint = new Float64Array(TRANSITIONS)
  let sum = 0
  for (let label = 0; label < LABELS; label++)
    for (let next = 0; next < LABELS; next++)
      sum += joint[label * LABELS + next] =
        (forward[row + label] ?? 0) *
        (steps[label * LABELS + next] ?? 0) *
        (scores[row + LABELS + next] ?? 0) *
        (behind[next] ?? 0)
  for (let at = 0; at < TRANSITIONS; at++) pairs[at] = (pairs[at] ?? 0) + (joint[at] ?? 0) / sum
}

function normalise(values: Float64Array | number[], row: number): void {
  let sum = 0
  for (let label = 0; label < LABELS; label++) sum += values[row + label] ?? 0
  for (let label = 0; label < LABELS; label++) values[row + label] = (values[row + label] ?? 0) / sum
}
