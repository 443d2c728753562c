import { expect, test } from 'vitest'
import { makePdf } from '@/lib/server/pdf/pdf-compiler'
import { ownWords, paperOf } from '@/tests/paper-of'
import { flat, listFonts, readPdfFile } from '@/tests/pdf-file'

const long =
  '心力衰竭的意思是：心脏不能把足够的血液送到全身。医生会用药物、起搏器（很小的机器）或者手术来帮助您；“干细胞”疗法还没有得到证实，我们不知道它是否有用。'
const paper = {
  ...paperOf([
    { kind: 'heading', level: 2, text: '对您来说什么重要' },
    {
      kind: 'paragraph',
      tone: 'plain',
      runs: [{ text: '请注意：', isStrong: true }, { text: long.repeat(4) }],
    },
    ownWords('我叫喆堃，我怕手术。'),
  ]),
  locale: 'zh',
  title: '我的总结',
}
const withoutGaps = (text: string) => flat(text).replaceAll(' ', '')

test('Chinese on paper: whole, from its own font with its own quotes, and no line begins with a mark', async () => {
  const file = await makePdf(paper, 'a4')
  const pdf = await readPdfFile(file)
  expect(pdf.language).toBe('zh')
  const text = pdf.sheets.join('\n')
  expect(withoutGaps(text)).toContain(long)
  expect(text).toContain('我叫喆堃，我怕手术。')
  expect(text).not.toContain('(?)')
  expect(text.split('\n').filter((line) => /^[，。：；、）”？！]/.test(line))).toEqual([])
  expect(text.split('\n').filter((line) => /[（“]$/.test(line))).toEqual([])
  expect(listFonts(file).some(({ name }) => name.includes('NotoSansSC'))).toBe(true)
  expect(file.length).toBeLessThan(200_000)
})

test('a character that no font has is marked, and a note says so: nothing is lost without a word', async () => {
  const { sheets } = await readPdfFile(
    await makePdf({ ...paper, blocks: [ownWords('我住在𠮷野家旁边')] }, 'a4'),
  )
  expect(withoutGaps(sheets.join('\n'))).toMatch(/我住在\S{1,5}野家旁边/)
  expect(withoutGaps(sheets.join('\n'))).not.toContain('我住在野家')
})
