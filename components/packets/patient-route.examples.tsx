import { withInventedCatalogue } from '@/components/packets/invented.examples'
import { PatientRoute } from '@/components/packets/patient-route'

export const examples = withInventedCatalogue((catalogue, kit) => (
  <PatientRoute catalogues={[catalogue]} kit={kit} />
))
