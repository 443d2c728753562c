/** Who answers. */
export const whos = ['self', 'carer', 'carer-alone'] as const

/** The text fields, which are capped in length. */
export const textFields = ['own', 'ownQuestions', 'unsure', 'cellsRead', 'cellsAsk'] as const
export type TextField = (typeof textFields)[number]

/** The longest text a person can write in one field, in characters. */
export const maxTextLength = 2000
