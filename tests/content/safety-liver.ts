import type { SafetySentence } from './safety-sentences'

/**
 * What a person with liver failure must be told, and what must never be said again. A wording may change; the sign, the
 * organ and the action may not. The sources of each rule stand with the part of the content that says it.
 */
export const liverSafety: SafetySentence[] = [
  // Emergency signs: now
  {
    id: 'liver-now-bleeding',
    rule: 'Vomiting blood and black, sticky poo are bleeding from swollen veins: call now.',
    place: 'emergency-now',
    must: [/vomit[^.]*blood/i, /poo[^.]*black/i],
  },
  {
    id: 'liver-now-confused-or-drowsy',
    rule: 'New confusion, drowsiness or being hard to wake may be liver coma: call now.',
    place: 'emergency-now',
    must: [/confus/i, /drowsy|sleepy/i, /hard to wake|cannot be woken/i],
  },
  {
    id: 'liver-now-fluid-with-fever-or-pain',
    rule: 'Fever or belly pain with fluid in the belly may be an infected fluid: hospital now, not tomorrow.',
    place: 'emergency-now',
    must: [/fluid in (?:the|your) belly[^.]*fever[^.]*pain|(?:fever|pain)[^.]*fluid in (?:the|your) belly/i],
  },
  {
    id: 'liver-same-day-not-belly-pain',
    rule: 'Belly pain or fever with fluid never waits for a call to the team the same day.',
    place: 'same-day',
    must: [/belly[^.]*swell[^.]*no pain[^.]*no fever|belly[^.]*swell[^.]*without (?:pain|fever)/i],
    mustNot: [{ pattern: /belly[^.]*\bhurts?\b/i, example: 'Your belly swells more or hurts more.' }],
  },
  {
    id: 'liver-now-fever-with-cirrhosis',
    rule: 'Fever or shivering with cirrhosis may be blood poisoning: call now.',
    place: 'emergency-now',
    must: [/cirrhosis[^.]*fever/i],
  },
  {
    id: 'liver-now-suddenly-yellow',
    rule: 'Skin or eyes that suddenly turn yellow may be sudden liver failure: call now.',
    place: 'emergency-now',
    must: [/(?:skin|eyes)[^.]*yellow/i],
  },
  {
    id: 'liver-now-breathing',
    rule: 'Trouble with breathing is an emergency.',
    place: 'emergency-now',
    must: [/breath/i],
  },
  {
    id: 'liver-now-paracetamol',
    rule: 'Too much paracetamol needs the antidote early, also when the person feels well.',
    place: 'emergency-now',
    must: [/too much paracetamol[^.]*even if you feel well/i],
  },
  {
    id: 'liver-now-alcohol-withdrawal',
    rule: 'Shaking, seeing things or fits after stopping alcohol can kill: call now.',
    place: 'emergency-now',
    must: [/stopped drinking[^.]*(?:shake|fit|see things)/i],
  },
  {
    id: 'liver-now-do-not-drive',
    rule: 'Nobody drives themselves, and the list of medicines comes along.',
    place: 'emergency-now',
    must: [/do not drive yourself/i, /list of medicines/i],
  },
  // The same day
  {
    id: 'liver-same-day-little-urine',
    rule: 'Little urine may be kidneys that fail: the same day for everyone, not only after a transplant.',
    place: 'same-day',
    must: [/(?<!transplant: )you pass (?:little|less|no) urine/i],
    mustNot: [
      {
        pattern: /after a transplant:[^.]*urine/i,
        example: 'After a transplant: blurred sight, vomiting, or little or very dark urine.',
      },
    ],
  },
  {
    id: 'liver-same-day-missed-tablets',
    rule: 'Missed antivirals or anti-rejection medicine are told to the team the same day.',
    place: 'same-day',
    must: [/missed doses[^.]*antivirals[^.]*anti-rejection/i],
  },
  {
    id: 'liver-same-day-herb-stopped',
    rule: 'A herb or supplement that was taken is stopped, and the packet is brought. A vaccine is no reason to call.',
    place: 'same-day',
    must: [/herb[^.]*supplement\. Stop it[^.]*bring the packet/i],
    mustNot: [
      {
        pattern: /(?:offers|took)[^.]*vaccine/i,
        example: 'Someone offers you a new medicine, herb or vaccine.',
      },
    ],
  },
  // Sudden liver failure
  {
    id: 'liver-sudden-no-normal-ward',
    rule: 'In sudden liver failure, care on a ward is no option: liver unit or intensive care, unless comfort is the aim.',
    place: 'option:carry-on-as-now',
    must: [
      /sudden liver failure[^.]*not a safe choice/i,
      /(?:liver unit|intensive care)[^.]*unless comfort/i,
      /ward is not safe[^.]*\.[^.]*full medical care[^.]*comfort-focused care/i,
    ],
    mustNot: [
      {
        pattern: /sudden liver failure, (?:it means|nurses and doctors|you are)[^.]*\b(?:ward|bed)\b/i,
        example:
          'In sudden liver failure, it means care on a ward, without the extra treatments on this list.',
      },
    ],
  },
  {
    id: 'liver-acute-needs-intensive-care',
    rule: 'Acute liver failure needs a liver unit or intensive care at once.',
    place: 'situation:acute',
    must: [/emergency/i, /(?:liver unit|intensive care)[^.]*at once/i],
  },
  {
    id: 'liver-subacute-needs-intensive-care',
    rule: 'Subacute liver failure looks milder at first and needs the same care.',
    place: 'situation:subacute',
    must: [/emergency/i, /liver unit or intensive care/i],
  },
  {
    id: 'liver-full-care-is-intensive',
    rule: 'Full medical care in sudden liver failure means a liver unit or intensive care.',
    place: 'option:medical-care',
    must: [/sudden liver failure[^.]*(?:liver unit|intensive care)/i],
  },
  {
    id: 'liver-lactulose-in-sudden-failure',
    rule: 'Lactulose and rifaximin are for confusion with cirrhosis; in sudden failure it is not known if they help.',
    place: 'option:medical-care',
    must: [/scarred liver[^.]*lactulose and rifaximin/i, /sudden liver failure[^.]*not known if they help/i],
  },
  {
    id: 'liver-terlipressin-limits',
    rule: 'Terlipressin: not with low oxygen; a risk with wet lungs; not with very high creatinine or the worst ACLF.',
    place: 'option:medical-care',
    must: [
      /terlipressin is not started[^.]*oxygen is low/i,
      /lungs[^.]*too much fluid/i,
      /creatinine[^.]*very high/i,
      /worst grade of ACLF/i,
      /terlipressin can cause[^.]*breathing[^.]*(?:sepsis|blood poisoning)/i,
    ],
    mustNot: [
      {
        pattern: /terlipressin is mostly avoided with very weak kidneys/i,
        example: 'Terlipressin is mostly avoided with very weak kidneys.',
      },
    ],
  },
  {
    id: 'liver-aclf-two-rules',
    rule: 'Asian and Chinese ACLF needs liver failure alone; the European rule counts failing organs.',
    place: 'situation:acute-on-chronic',
    must: [/Asia and China[^.]*liver itself fails/i, /Europe[^.]*organs/i],
    mustNot: [
      {
        pattern: /(?:^|\. )Other organs[^.]*stop working/i,
        example: 'It gets worse quickly. Other organs, such as the kidneys or the brain, stop working well.',
      },
    ],
  },
  {
    id: 'liver-aclf-two-rules-glossary',
    rule: 'The glossary, too, tells the two rules for ACLF apart.',
    place: 'glossary:aclf',
    must: [/Asia and China[^.]*liver fails/i, /Europe[^.]*organs/i],
    mustNot: [
      {
        pattern: /Other organs stop working/i,
        example: 'A sudden turn for the worse. Other organs stop working well too.',
      },
    ],
  },
  // Living with a scarred liver
  {
    id: 'liver-never-cut-out-protein',
    rule: 'Protein is never cut out, also with changes in thinking; eat often, with a snack before bed.',
    place: 'section:protect-your-liver',
    must: [/do not cut out protein/i, /every[^.]*hours[^.]*snack before bed/i],
    mustNot: [
      { pattern: /cut out protein for long/i, example: 'Do not cut out protein for long.' },
      { pattern: /(?<!not )cut (?:out|down on) protein/i, example: 'Cut out protein when you are confused.' },
    ],
  },
  {
    id: 'liver-no-herbs',
    rule: 'No herb or supplement unless the liver team agrees; stop what is taken now.',
    place: 'section:protect-your-liver',
    must: [/herbs[^.]*none unless your liver team agrees/i, /take one now, stop[^.]*bring the packet/i],
    mustNot: [
      {
        pattern: /show your team all that you take first/i,
        example: 'Herbs: show your team all that you take first.',
      },
    ],
  },
  {
    id: 'liver-alcohol-stop-with-help',
    rule: 'With cirrhosis alcohol is stopped completely; who drinks every day needs medical help, as withdrawal can kill.',
    place: 'section:protect-your-liver',
    must: [
      /stop drinking completely/i,
      /drink every day[^.]*medical help/i,
      /stopping suddenly[^.]*(?:fits|kill)/i,
    ],
    mustNot: [
      {
        pattern: /advised to cut down or stop/i,
        example: 'Alcohol: people with liver disease are advised to cut down or stop.',
      },
    ],
  },
  {
    id: 'liver-paracetamol-own-limit',
    rule: 'Guides differ on paracetamol: the team gives each person a limit.',
    place: 'section:protect-your-liver',
    must: [/guides differ/i, /ask your team for your own limit/i],
  },
  {
    id: 'liver-no-anti-inflammatory-painkillers',
    rule: 'With cirrhosis, ibuprofen, naproxen and the like harm kidneys and cause bleeding.',
    place: 'section:protect-your-liver',
    must: [/avoid ibuprofen/i],
  },
  {
    id: 'liver-vaccines-advised',
    rule: 'Vaccines are advised with liver disease; live ones are asked about first.',
    place: 'section:protect-your-liver',
    must: [/vaccines[^.]*advised/i, /ask first about live vaccines/i],
  },
  {
    id: 'liver-scars-can-heal',
    rule: 'Scars can partly heal when the cause is treated.',
    place: 'glossary:cirrhosis',
    must: [/partly heal when the cause is treated/i],
    mustNot: [
      {
        pattern: /does not go away|do not go away/i,
        example: 'Bad scarring of the liver that does not go away.',
      },
    ],
  },
  {
    id: 'liver-hepatitis-c-cured',
    rule: 'Hepatitis C can be cured, also when the liver has begun to fail.',
    place: 'section:causes',
    must: [/hepatitis C can be cured/i],
  },
  // Hepatitis B
  {
    id: 'liver-antivirals-never-stopped-alone',
    rule: 'Tablets against hepatitis B are never stopped alone, and with cirrhosis only if the specialist says so.',
    place: 'section:hepatitis-b-treatment',
    must: [/do not stop or skip the tablets/i, /with cirrhosis, never stop them/i],
  },
  {
    id: 'liver-antivirals-never-stopped-option',
    rule: 'The option says it too, with the danger of a flare.',
    place: 'option:antivirals',
    must: [/with cirrhosis, never stop them/i, /flare[^.]*(?:danger|kill)/i],
  },
  {
    id: 'liver-antivirals-harms',
    rule: 'Tenofovir can harm kidneys and bones; acid in the blood has signs to call about at once.',
    place: 'option:antivirals',
    must: [/tenofovir[^.]*kidneys[^.]*bones/i, /call your team at once[^.]*(?:tiredness|fast breathing)/i],
  },
  {
    id: 'liver-tablets-lower-passing-on',
    rule: 'Tablets make it much less likely to pass hepatitis B on, but do not rule it out.',
    place: 'section:hepatitis-b-prevention',
    must: [/much less likely that you pass it on/i, /not ruled out[^.]*vaccine/i],
    mustNot: [
      {
        pattern: /not been shown to stop you passing/i,
        example: 'Taking tablets has not been shown to stop you passing it on.',
      },
    ],
  },
  {
    id: 'liver-contact-at-once',
    rule: 'After contact with hepatitis B: at once, best within a day.',
    place: 'section:hepatitis-b-prevention',
    must: [/after contact[^.]*\. Go to a doctor or hospital at once[^.]*24 hours/i],
    mustNot: [
      {
        pattern: /treatment within days/i,
        example: 'After contact with the virus, treatment within days can help.',
      },
    ],
  },
  {
    id: 'liver-newborn-within-a-day',
    rule: 'A newborn of a mother with hepatitis B gets the first shot within a day.',
    place: 'section:hepatitis-b-prevention',
    must: [/newborn[^.]*24 hours of birth/i],
  },
]
