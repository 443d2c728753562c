/**
 * What of PDF/UA-1 (ISO 14289-1) a program can see in a file of ours. No checker of the whole standard can be had from npm
 * or Debian (docs/accessibility.md); this is our own list, after the Matterhorn Protocol's points for machines, and says
 * nothing of whether an alternative text is a good one.
 */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { listFonts, readPdfFile, withRole, type TagNode } from '@/tests/pdf-file'

/** Operators that leave a mark on the sheet: each must lie in tagged content or in an artifact. */
const marking = new Set([
  OPS.showText,
  OPS.showSpacedText,
  OPS.nextLineShowText,
  OPS.nextLineSetSpacingShowText,
  OPS.stroke,
  OPS.closeStroke,
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.shadingFill,
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
])
const opening = new Set([OPS.beginMarkedContent, OPS.beginMarkedContentProps])

/** How many marks of each sheet lie in no tag and no artifact. */
async function untaggedMarks(file: Uint8Array): Promise<number[]> {
  const pdf = await getDocument({ data: file.slice(), verbosity: 0 }).promise
  const counts: number[] = []
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { fnArray } = await (await pdf.getPage(number)).getOperatorList()
    let depth = 0
    let untagged = 0
    for (const operator of fnArray) {
      if (opening.has(operator)) depth += 1
      else if (operator === OPS.endMarkedContent) depth -= 1
      else if (marking.has(operator) && depth === 0) untagged += 1
    }
    counts.push(untagged)
  }
  await pdf.destroy()
  return counts
}

/** The dictionaries of a kind of tag (`/S /TH`), as they stand in the file. */
const elementsOf = (text: string, tag: string) =>
  [...text.matchAll(/\n\d+ 0 obj\s*<<\s*\/Type \/StructElem([\s\S]*?)\nendobj/g)]
    .map(([, inner = '']) => inner)
    .filter((inner) => new RegExp(`^\\s*/S /${tag}\\b`).test(inner))

const children = (node: TagNode, role: string) => node.children.filter((child) => child.role === role)

/** What is wrong with the order and the parts of the tags. */
function faultsOfTags(tags: readonly TagNode[]): string[] {
  const faults: string[] = []
  let last = 0
  for (const { role } of withRole(tags, /^H\d$/)) {
    const level = Number(role.slice(1))
    if (last === 0 && level !== 1) faults.push(`the first heading is ${role}`)
    if (level > last + 1 && last > 0) faults.push(`${role} stands behind H${last}`)
    last = level
  }
  if (last === 0) faults.push('there is no heading')
  for (const { alt } of withRole(tags, /^Figure$/))
    if (!alt?.trim()) faults.push('a picture has no alternative text')
  for (const item of withRole(tags, /^LI$/))
    if (children(item, 'LBody').length !== 1) faults.push('an item of a list has no body')
  return faults
}

/** Each fault as words; none: the file keeps to all that is looked at. */
export async function faultsOfPdf(file: Uint8Array): Promise<string[]> {
  const text = Buffer.from(file).toString('latin1')
  const catalog = text.slice(text.lastIndexOf('/Type /Catalog')) // of several, the last one counts
  const { title, language, tags, isTagged } = await readPdfFile(file)
  const must: [isKept: boolean, fault: string][] = [
    [text.includes('<pdfuaid:part>1</pdfuaid:part>'), 'it does not say that it keeps to PDF/UA-1'],
    [isTagged, 'it is not tagged'],
    [!/\/Suspects true/.test(catalog), 'its tags are called doubtful'],
    [Boolean(language), 'it names no language'],
    [Boolean(title) && /<dc:title>[\s\S]*?<rdf:li[^>]*>[^<]+</.test(text), 'it has no title in its metadata'],
    [/\/DisplayDocTitle true/.test(catalog), 'readers show its file name and not its title'],
    [!/\/Encrypt \d+ 0 R/.test(text), 'it is locked'],
    [listFonts(file).every(({ isInside }) => isInside), 'a font is not inside'],
    [
      [...text.matchAll(/\/Subtype \/Type0[\s\S]*?endobj/g)].every(([font]) => font.includes('/ToUnicode')),
      'letters of a font cannot be told',
    ],
    [
      elementsOf(text, 'TH').every((head) => /\/Scope \/(Column|Row|Both)/.test(head)),
      'a head of a table does not say what it is the head of',
    ],
    [elementsOf(text, 'Table').length === 0 || elementsOf(text, 'TH').length > 0, 'a table has no heads'],
    [
      [...text.matchAll(/\/Subtype \/Link\b[\s\S]*?endobj/g)].every(([link]) => /\/Contents[ (<]/.test(link)),
      'a link has no words of its own',
    ],
  ]
  const marks = await untaggedMarks(file)
  return [
    ...must.filter(([isKept]) => !isKept).map(([, fault]) => fault),
    ...faultsOfTags(tags),
    ...marks.flatMap((count, sheet) => (count > 0 ? [`sheet ${sheet + 1}: ${count} marks in no tag`] : [])),
  ]
}
