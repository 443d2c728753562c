/**
 * Typst in a thread of its own (lib/server/pdf/pdf-compiler.ts): a file that takes long holds up nobody, and the thread can
 * be ended. Plain JavaScript, because threads are started by file, without the loader for TypeScript.
 */
import fs from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import * as typst from '@myriaddreamin/typst-ts-web-compiler'
// eslint-disable-next-line @typescript-eslint/no-restricted-imports -- no loader knows @/lib in a thread
import { letPagesGoFirst } from '../process/pages-first.mjs'

// What a compiler prints when it fails may hold the text it was given: it goes nowhere. Not by the options of the thread:
// the streams they open keep the process that started it from ending.
process.stdout.write = process.stderr.write = () => true

letPagesGoFirst()

const { wasm, fonts, source, sourcePath, dataPath } = workerData
/** Faults as plain sentences. */
const plainFaults = 2

await typst.default({ module_or_path: fs.readFileSync(wasm) })
const builder = new typst.TypstCompilerBuilder()
builder.set_dummy_access_model() // no files, no network, no packages
for (const font of fonts) await builder.add_raw_font(font)
const compiler = await builder.build()
compiler.add_source(sourcePath, source)

parentPort.on('message', ({ id, data }) => {
  compiler.map_shadow(dataPath, new TextEncoder().encode(data))
  const { result } = compiler.compile(sourcePath, null, 'pdf', plainFaults)
  compiler.unmap_shadow(dataPath)
  parentPort.postMessage({ id, file: result instanceof Uint8Array ? result : null })
})
