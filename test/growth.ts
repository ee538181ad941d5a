/**
 * Returns how many times longer the processor works on one input than on sixteen inputs of a sixteenth of its
 * length: once if the work is linear, sixteen times if it is quadratic. It counts the time of this thread on
 * the processor, so a busy machine does not matter, and repeats short work, because that time is counted in
 * coarse steps.
 */
export async function growthOf(work: (length: number) => unknown, length: number): Promise<number> {
  const spentOn = async (inputs: number): Promise<number> => {
    const before = process.threadCpuUsage()
    for (let input = 0; input < inputs; input++) await work(length / inputs)
    const { user, system } = process.threadCpuUsage(before)
    return user + system
  }
  let [many, one] = [0, 0]
  while (many < ENOUGH_MICROSECONDS) {
    many += await spentOn(16)
    one += await spentOn(1)
  }
  return one / many
}

/** The steps of the clock are some ten thousand microseconds. */
const ENOUGH_MICROSECONDS = 300_000

/** Most that linear work may grow: half-way, in factors of two, between 1 and the 16 of quadratic work. */
export const LINEAR = 4
