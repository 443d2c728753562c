import { compareWords, countryName } from '@/lib/texts/intl'

/** A line of a regulator: the country by its ISO code (or EU), and a day, month or year. */
export type Dated = { country: string; date: string }

/**
 * What regulators said, country by country in the order of their names, the newest first inside each: no country
 * stands twice.
 */
export function byCountry<Row extends Dated>(
  rows: readonly Row[],
  locale: string,
): { country: string; name: string; rows: Row[] }[] {
  const countries = [...new Set(rows.map(({ country }) => country))]
  return countries
    .map((country) => ({
      country,
      name: countryName(country, locale),
      rows: rows
        .filter((row) => row.country === country)
        .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0)),
    }))
    .toSorted((a, b) => compareWords(a.name, b.name, locale))
}
