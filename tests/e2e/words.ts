import fs from 'node:fs'
import { createTranslator } from 'use-intl/core'
import type messages from '@/lib/texts/messages.en.json'

// Read and not imported: Node wants an import attribute for JSON that the program's own bundler does not.
export const english = JSON.parse(fs.readFileSync('lib/texts/messages.en.json', 'utf8')) as typeof messages

/** The interface words as people read them, so that a reworded button breaks no test. */
export const t = createTranslator({ locale: 'en', messages: english, timeZone: 'UTC' })
