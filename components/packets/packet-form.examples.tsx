import { withInventedCatalogue } from '@/components/packets/catalogue.examples'
import { PacketForm } from '@/components/packets/packet-form'

export const examples = withInventedCatalogue((catalogue, kit) => (
  <PacketForm catalogue={catalogue} site={null} kit={kit} />
))
