import { withInventedCatalogue } from '@/components/packets/invented.examples'
import { PacketForm } from '@/components/packets/packet-form'

export const examples = withInventedCatalogue((catalogue, kit) => (
  <PacketForm
    catalogue={catalogue}
    site={null}
    release={{ version: '1', contentDate: '2026-11-29' }}
    kit={kit}
  />
))
