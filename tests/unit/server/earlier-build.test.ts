import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { dropEarlierBuild, putBuildBack, setBuildAside } from '@/lib/server/build/earlier-build'

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'lantern-earlier-'))
afterAll(() => fs.rmSync(root, { recursive: true, force: true }))
const page = path.join(root, '.next/page.html')
const maker = path.join(root, '.next.earlier/lantern-maker')

function build(text: string): void {
  fs.mkdirSync(path.dirname(page), { recursive: true })
  fs.writeFileSync(page, text)
}

beforeEach(() => {
  for (const folder of ['.next', '.next.earlier'])
    fs.rmSync(path.join(root, folder), { recursive: true, force: true })
  build('first')
})

test('a build that fails leaves the one before, whole, and nothing of its own', () => {
  setBuildAside(root)
  expect(fs.existsSync(page)).toBe(false)
  build('half')
  fs.writeFileSync(path.join(root, '.next/half-made'), '')
  expect(putBuildBack(root)).toBe(true)
  expect(fs.readdirSync(path.join(root, '.next'))).toEqual(['page.html'])
  expect(fs.readFileSync(page, 'utf8')).toBe('first')
  expect(putBuildBack(root)).toBe(false)
})

test('a build that is whole takes its place', () => {
  setBuildAside(root)
  build('second')
  dropEarlierBuild(root)
  expect(putBuildBack(root)).toBe(false)
  expect(fs.readFileSync(page, 'utf8')).toBe('second')
})

test('another start does not take it away from who makes the new one, and does when that one was killed', () => {
  setBuildAside(root)
  build('half')
  fs.writeFileSync(maker, String(process.ppid))
  expect(putBuildBack(root)).toBe(false)
  fs.writeFileSync(maker, '4194304') // above the largest number that a process can have
  expect(putBuildBack(root)).toBe(true)
  expect(fs.readFileSync(page, 'utf8')).toBe('first')
})
