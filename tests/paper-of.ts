import { Paper, type Block } from '@/lib/paper/schema'

/** A paper to try a writer on: with a title, one line of lead, a foot, and these blocks. */
export const paperOf = (blocks: Block[], more: Partial<Paper> = {}): Paper =>
  Paper.parse({
    locale: 'en',
    title: 'My summary',
    lead: ['For my visit'],
    blocks,
    foot: {
      notAdvice: 'This is not medical advice.',
      reviewed: 'Not yet reviewed by a clinician.',
      version: 'Content version 2026.11.20.',
      changed: 'Has this changed? Go to https://lantern.example.org/en/changed/7',
      url: 'https://lantern.example.org/en/changed/7',
    },
    ...more,
  })

/** What a person wrote. */
export const ownWords = (text: string): Block => ({ kind: 'paragraph', tone: 'own-words', runs: [{ text }] })
