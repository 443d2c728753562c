/**
 * What a PDF file says about itself to keep to PDF/UA-1 (ISO 14289-1): the mark `pdfuaid:part` in its metadata (5), and
 * that readers show its title and not its file name (7.1). Typst writes all the rest, but the build that we use has no
 * switch for the standard; the same document made by Typst with the switch differs in these two things only.
 */

const mark =
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">' +
  '<pdfuaid:part>1</pdfuaid:part></rdf:Description>'

// One character for each byte, both ways: a place in the text is a place in the file.
const latin1 = new TextDecoder('latin1')
const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
const textOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')

/** One match of a pattern in the file's text, which must be there. */
function found(text: string, pattern: RegExp, what: string): string[] {
  const match = pattern.exec(text)
  if (!match) throw new Error(`the PDF file has no ${what} of the shape we know`)
  return [...match]
}

/**
 * The catalog, telling readers to show the title. `Suspects false` goes: it is what a file without the word means
 * (ISO 32000-1, 14.7.1), and poppler takes it for a fault and prints a complaint for each file.
 */
function catalogWithTitle(text: string, id: string): string {
  const [, catalog = ''] = found(
    text,
    new RegExp(`\\n${id} 0 obj\\s*(<<\\s*/Type /Catalog[\\s\\S]*?>>)\\s*endobj`),
    'catalog',
  )
  if (!catalog.includes('/ViewerPreferences <<')) throw new Error('the PDF file has no wishes for readers')
  return catalog
    .replace('/ViewerPreferences <<', '/ViewerPreferences <<\n    /DisplayDocTitle true')
    .replace(/\s*\/Suspects false/, '')
}

/** The metadata with the mark, as the inside of an object. */
function markedMetadata(pdf: Uint8Array, text: string, id: string): string {
  const [whole = '', dictionary = '', length = ''] = found(
    text,
    new RegExp(`\\n${id} 0 obj\\s*(<<[^>]*?/Length (\\d+)[^>]*>>)\\s*stream\\r?\\n`),
    'metadata stream',
  )
  if (dictionary.includes('/Filter')) throw new Error('the PDF file packs its metadata')
  const start = text.indexOf(whole) + whole.length
  const packet = textOf(pdf.subarray(start, start + Number(length)))
  const end = packet.lastIndexOf('</rdf:RDF>')
  if (end < 0) throw new Error('the PDF file has no metadata of the shape we know')
  const marked = packet.slice(0, end) + mark + packet.slice(end)
  return `${dictionary.replace(/\/Length \d+/, `/Length ${marked.length}`)}\nstream\n${marked}\nendstream`
}

/**
 * Adds both by an incremental update (ISO 32000-1, 7.5.6): the two objects again after the end of the file, and a table
 * that points there. Not a byte of the file itself changes.
 * @throws when the file is not of the shape that Typst writes: plain metadata, a cross-reference table
 */
export function markAsAccessible(pdf: Uint8Array): Uint8Array {
  const text = latin1.decode(pdf)
  const tail = text.slice(text.lastIndexOf('\ntrailer'))
  const [, trailer = ''] = found(tail, /^\ntrailer\s*<<([\s\S]*?)>>\s*startxref/, 'trailer')
  const [, before = ''] = found(tail, /startxref\s+(\d+)\s+%%EOF\s*$/, 'end')
  const [, root = ''] = found(trailer, /\/Root (\d+) 0 R/, 'root')
  const [, metadata = ''] = found(text, /\/Metadata (\d+) 0 R/, 'metadata')

  let added = '\n'
  let table = 'xref\n'
  for (const [id, inner] of [
    [metadata, markedMetadata(pdf, text, metadata)],
    [root, catalogWithTitle(text, root)],
  ] as const) {
    table += `${id} 1\n${String(pdf.length + added.length).padStart(10, '0')} 00000 n \n`
    added += `${id} 0 obj\n${inner}\nendobj\n`
  }
  const end = `trailer\n<<${trailer.trimEnd()}\n  /Prev ${before}\n>>\nstartxref\n${pdf.length + added.length}\n%%EOF\n`
  const update = bytesOf(added + table + end)
  const whole = new Uint8Array(pdf.length + update.length)
  whole.set(pdf)
  whole.set(update, pdf.length)
  return whole
}
