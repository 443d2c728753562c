import 'server-only'
import type { z } from 'zod'
import { once } from '@/lib/db/asked-once'
import { db } from '@/lib/db/client'
import { SitePage } from '@/lib/texts/site-pages-schema'
import type { Locale } from '@/lib/texts/translate'

/**
 * Words of one kind (`file`) in one scope ("shared" or a condition id), parsed, in the order they were written.
 * @throws when a row does not fit its shape: the seed never writes such a row.
 */
export async function listWords<S extends z.ZodType>(
  locale: Locale,
  scope: string,
  file: string,
  shape: S,
): Promise<Map<string, z.infer<S>>> {
  const rows = await wordRows(locale, scope)
  return new Map(rows.filter((row) => row.file === file).map((row) => [row.key, shape.parse(row.value)]))
}

/** All words of a scope, once per page. */
const wordRows = once((locale: Locale, scope: string) =>
  db.words.findMany({ where: { locale, scope }, orderBy: [{ file: 'asc' }, { order: 'asc' }] }),
)

/** The words under one key in every scope that has it, by scope: for what is said of all conditions at once. */
export async function listWordsAcross<S extends z.ZodType>(
  locale: Locale,
  file: string,
  key: string,
  shape: S,
): Promise<Map<string, z.infer<S>>> {
  const rows = await db.words.findMany({ where: { locale, file, key } })
  return new Map(rows.map((row) => [row.scope, shape.parse(row.value)]))
}

/** Every row of words in a scope as stored, to look for what names a figure or a source. */
export async function listWordRows(
  locale: Locale,
  scope: string,
): Promise<{ file: string; key: string; value: unknown }[]> {
  return wordRows(locale, scope)
}

/** A page of the site itself, or null. */
export async function getSitePage(locale: Locale, id: string): Promise<SitePage | null> {
  return (await listWords(locale, 'shared', 'page', SitePage)).get(id) ?? null
}
