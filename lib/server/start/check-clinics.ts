/** Clinic profiles at the start: a wrong one stops it, so that no page is built from half of one. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { logoPath } from '@/lib/clinics/addresses'
import { sizeFault } from '@/lib/clinics/logo'
import { remakePng } from '@/lib/server/start/remake-png'
import { findClinicFiles } from '@/lib/clinic-files'
import { optionFault, readClinics, type Clinic } from '@/lib/clinics/read-clinics'
import type { Env } from '@/lib/env'
import { packetFault } from '@/lib/packets/clinic-packets'
import { root } from '@/lib/server/process/child'
import { StopError } from '@/lib/server/process/stop-error'

/** `hash`: of all that pages are built from, so not of the keys; empty when there is no clinic. */
export type ClinicsAtStart = { clinics: Clinic[]; hash: string }

/** The clinics of the settings. @throws StopError with one plain sentence */
export function clinicsAtStart(env: Env): ClinicsAtStart {
  const found = findClinicFiles(env)
  if ('why' in found) throw new StopError(found.why)
  const read = readClinics(found.files)
  if (!read.ok) throw new StopError(read.why)
  if (read.clinics.length === 0) return { clinics: [], hash: '' }
  const clinics = read.clinics.map(withOwnPicture)
  const hash = createHash('sha256')
  for (const { logo, keys: _, ...shown } of clinics)
    hash.update(`${JSON.stringify([shown, logo?.kind])}\0`).update(logo?.bytes ?? '')
  return { clinics, hash: hash.digest('hex') }
}

/** With its PNG made anew. @throws StopError for one that cannot be drawn, or is too large then */
function withOwnPicture(clinic: Clinic): Clinic {
  if (clinic.logo?.kind !== 'png') return clinic
  const bytes = remakePng(clinic.logo.bytes)
  const fault = bytes === null ? 'it cannot be drawn; save it as PNG again' : sizeFault(bytes)
  if (!bytes || fault) throw new StopError(`The logo of the clinic ${clinic.id} is refused: ${fault}.`)
  return { ...clinic, logo: { kind: 'png', bytes } }
}

/**
 * Leaves the logos, as they were checked, where the build, the sheets and the PDF thread find them; those of earlier clinics
 * go. Nothing is written when they lie there already: a container's disk may be read-only.
 * @param base the folder of public files
 */
export function writeLogos(clinics: readonly Clinic[], base = path.join(root, 'public')): void {
  const folder = path.join(base, 'clinics')
  const wanted = new Map(
    clinics.flatMap(({ id, logo }) =>
      logo ? [[path.join(base, logoPath(id, logo.kind)), logo.bytes] as const] : [],
    ),
  )
  const there = fs.existsSync(folder) ? fs.readdirSync(folder).map((name) => path.join(folder, name)) : []
  const isSame = (file: string) => {
    const bytes = wanted.get(file)
    return bytes !== undefined && fs.readFileSync(file).equals(bytes)
  }
  if (there.length === wanted.size && there.every(isSame)) return
  fs.rmSync(folder, { recursive: true, force: true })
  if (wanted.size > 0) fs.mkdirSync(folder, { recursive: true })
  for (const [file, bytes] of wanted) fs.writeFileSync(file, bytes)
}

const Options = z.object({ options: z.array(z.object({ id: z.string() })) })

/** Every option of the content, as `illness/option`. A file that is no content is refused elsewhere. */
function knownOptions(content: string): Set<string> {
  const files = fs
    .readdirSync(content)
    .map((name) => [name, path.join(content, name, 'options.yaml')] as const)
    .filter(([, file]) => fs.existsSync(file))
  return new Set(
    files.flatMap(([illness, file]) => {
      const read = Options.safeParse(parse(fs.readFileSync(file, 'utf8')))
      return read.success ? read.data.options.map(({ id }) => `${illness}/${id}`) : []
    }),
  )
}

/** @throws StopError when a clinic names an option that the content does not have, or a page that cannot be read */
export function checkOptions(clinics: readonly Clinic[], content: string): void {
  if (clinics.length === 0) return
  const fault = optionFault(clinics, knownOptions(content)) ?? packetFault(clinics)
  if (fault) throw new StopError(fault)
}
