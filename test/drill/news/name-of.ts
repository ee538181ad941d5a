const ONSETS = 'b d f g h j k l m n p r s t v z br dr fl gr kl pr st tr'.split(' ')
const VOWELS = 'a e i o u ai eu ou'.split(' ')
const CODAS = 'n r l s m k nd rt lm st'.split(' ')

/** Returns a name that is unique and not part of another one: three syllables of this world's languages. */
export function nameOf(number: number): string {
  // The factor is coprime to the number of names, so that consecutive names sound different.
  let left = (number * 7_919_017) % NAMES
  const take = (sounds: readonly string[]): string => {
    const sound = sounds[left % sounds.length] ?? ''
    left = Math.floor(left / sounds.length)
    return sound
  }
  const name =
    [1, 2].map(() => take(ONSETS) + take(VOWELS)).join('') + take(ONSETS) + take(VOWELS) + take(CODAS)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

const NAMES = (ONSETS.length * VOWELS.length) ** 3 * CODAS.length
