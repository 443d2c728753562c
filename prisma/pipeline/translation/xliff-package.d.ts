/** The part of the package that we use: it ships no types. */
declare module 'xliff' {
  export function jsToXliff12(value: unknown, options: { indent: string }): Promise<string>
  export function xliff12ToJs(
    text: string,
    options: { captureSpacesBetweenElements: boolean },
  ): Promise<unknown>
}
