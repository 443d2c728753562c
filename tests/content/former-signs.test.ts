import { describe, expect, it } from 'vitest'
import { realContent } from './real-content'

/** The finer signs that were shown before the fourteen: links that people saved may name them. */
const FORMER =
  'animal_lab_extrapolation antiaging_wellness any_tissue_mechanism authority_tokens before_after breakthrough_hype celebrity_media cell_number_quality disparage_standard easy_quick exclusive_first exosomes hope_last_resort many_diseases medical_tourism miracle_cure money_back_discount natural_body_heals no_control_group no_risk own_cells_safe patented_proprietary pay_to_participate price_package registry_as_proof regulatory_misuse repeat_treatments root_cause_claim sales_funnel study_name_dropping success_rate suppression_conspiracy surrogate_outcome testimonial_evidence unproven_bundle urgency_scarcity vague_benefit vague_mechanism volume_as_proof'

describe('links to a sign of old', () => {
  const { signs, families } = realContent().articleCheck

  it('there are fourteen signs', () => {
    expect(signs).toHaveLength(14)
  })

  it.each(FORMER.split(' '))('%s leads to one of the fourteen', (id) => {
    const sign = families.find((family) => family.id === id)?.sign
    expect(signs.map((known) => known.id)).toContain(sign)
  })

  it('no old id is one of the new, so that each place on the page stands once', () => {
    const ids = [...signs.map(({ id }) => id), ...families.map(({ id }) => id)]
    expect(new Set(ids).size).toBe(ids.length)
  })
})
