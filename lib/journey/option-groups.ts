/**
 * Options in groups by what they are for. The groups stand by their first option, and the fixed neutral order holds in
 * each: grouping ranks nothing.
 * @param options in the fixed neutral order
 */
export function optionGroups<Option extends { purpose: string }>(
  options: readonly Option[],
): { purpose: string; options: Option[] }[] {
  const purposes = [...new Set(options.map(({ purpose }) => purpose))]
  return purposes.map((purpose) => ({
    purpose,
    options: options.filter((option) => option.purpose === purpose),
  }))
}
