import { describe, expect, it } from 'vitest'
import { storyTopics } from '../../src/briefings/story-facts.ts'

const tagged = (...topics: [`medtop:${string}`, number][]) => ({
  topics: topics.map(([code, score]) => ({ code, score })),
})

describe('storyTopics', () => {
  it('labels a story by what its reports agree on, strongest first', () => {
    const reports = [
      tagged(['medtop:16000000', 0.9], ['medtop:11000000', 0.5]),
      tagged(['medtop:16000000', 0.7], ['medtop:11000000', 0.6]),
    ]
    expect(storyTopics(reports)).toEqual(['medtop:16000000', 'medtop:11000000'])
  })

  it("does not believe one outlet's odd tag", () => {
    const reports = [
      tagged(['medtop:03000000', 0.8]),
      tagged(['medtop:03000000', 0.8]),
      tagged(['medtop:12000000', 0.7]),
    ]
    expect(storyTopics(reports)).toEqual(['medtop:03000000'])
  })

  it('adds the narrower topic that the reports agree on', () => {
    const reports = [tagged(['medtop:11000000', 0.9], ['medtop:16000000', 0.8], ['medtop:20000639', 0.6])]
    expect(storyTopics(reports)).toEqual(['medtop:11000000', 'medtop:16000000', 'medtop:20000639'])
  })

  it('takes a report without any topic for less against one than a report with another', () => {
    const two = [tagged(['medtop:07000000', 0.5]), tagged(['medtop:07000000', 0.5])]
    expect(storyTopics([...two, tagged(), tagged()])).toEqual(['medtop:07000000'])
    const others = [tagged(['medtop:15000000', 0.2]), tagged(['medtop:01000000', 0.2])]
    expect(storyTopics([...two, ...others])).toEqual([])
  })

  it('believes several reports that agree sooner than one alone', () => {
    const weak = tagged(['medtop:04000000', 0.35])
    expect(storyTopics([weak])).toEqual([])
    expect(storyTopics([weak, weak, weak])).toEqual(['medtop:04000000'])
  })

  it('says nothing rather than guess', () => {
    expect(storyTopics([tagged(['medtop:07000000', 0.2]), tagged()])).toEqual([])
  })
})
