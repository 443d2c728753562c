import type { SafetySentence } from './safety-sentences'

/** What must be said to people with heart failure. Sources: condition.yaml and options.yaml of the content. */
export const heartSafety: readonly SafetySentence[] = [
  // Emergency list: also on the first page of each handout.
  {
    id: 'breath',
    rule: 'Too breathless to speak, and blue or grey lips, are an emergency.',
    place: 'emergency-now',
    must: [
      /trouble breathing/i,
      /cannot (?:speak|get words out)|too breathless to speak/i,
      /lips turn blue/i,
    ],
  },
  {
    id: 'chest-pain',
    rule: 'Chest pain, and pain of a heart attack elsewhere, are an emergency.',
    place: 'emergency-now',
    must: [/pain or pressure in the chest/i, /jaw[^.]*arm[^.]*sweating/i],
  },
  {
    id: 'stroke',
    rule: 'Stroke by face, arm and speech: stents, uneven heartbeats and pumps bring clots.',
    place: 'emergency-now',
    must: [/face (?:drops|droops)[^.]*arm[^.]*speech/i, /stroke/i],
  },
  {
    id: 'faint',
    rule: 'Passing out is an emergency.',
    place: 'emergency-now',
    must: [/pass out/i],
  },
  {
    id: 'heartbeat-with-signs',
    rule: 'A fast or uneven heartbeat is an emergency with faintness, short breath or chest pain.',
    place: 'emergency-now',
    must: [/heartbeat[^.]*fast or uneven[^.]*faint[^.]*short of breath[^.]*chest pain/i],
    mustNot: [
      {
        pattern: /new heartbeat that is fast or uneven\./i,
        example: 'You have a new heartbeat that is fast or uneven.',
      },
    ],
  },
  {
    id: 'foam',
    rule: 'Pink foam means water in the lungs.',
    place: 'emergency-now',
    must: [/pink, foamy/i],
  },
  {
    id: 'confusion',
    rule: 'Sudden confusion can be a heart attack, a stroke or too little blood flow.',
    place: 'emergency-now',
    must: [/confused all at once/i],
  },
  {
    id: 'swelling',
    rule: 'A swollen face or throat (ACE inhibitor, ARNI) can close the airway.',
    place: 'emergency-now',
    must: [/face, lips(?:, tongue)? or throat swell/i],
  },
  {
    id: 'icd-shocks',
    rule: 'Two shocks close together, or one and feeling unwell.',
    place: 'emergency-now',
    must: [/ICD gives two or more shocks[^.]*one shock and you feel unwell/i],
  },
  {
    id: 'pump',
    rule: 'A pump alarm that does not stop, and a cable that is pulled out or bleeds.',
    place: 'emergency-now',
    must: [/pump[^.]*alarm/i, /cable[^.]*pulled out[^.]*bleed/i],
  },
  {
    id: 'blood-thinner',
    rule: 'Heavy bleeding or a head injury on a blood thinner, also when the person feels well.',
    place: 'emergency-now',
    must: [/blood thinner[^.]*head/i, /blood thinner[^.]*bleed/i, /even if you feel well/i],
  },
  {
    id: 'ketoacidosis',
    rule: 'Grave signs of too much acid in the blood with a gliflozin are an emergency; feeling sick alone is not (see same-day).',
    place: 'emergency-now',
    must: [
      /-gliflozin, and you notice one of these signs/i,
      /You breathe fast, your breath smells fruity, or you are very sleepy/i,
    ],
    mustNot: [
      {
        pattern: /of these signs\. You feel sick/i,
        example: 'You take a -gliflozin, and have one of these signs. You feel sick, or have belly pain.',
      },
    ],
  },
  {
    id: 'do-not-drive',
    rule: 'Wait for the ambulance; do not drive yourself.',
    place: 'emergency-now',
    must: [/call your emergency number/i, /do not drive yourself/i],
  },
  {
    id: 'defibrillator',
    rule: 'With chest presses, a defibrillator is sent for.',
    place: 'emergency-now',
    must: [/press hard and fast on the chest/i, /defibrillator \(AED\)/i],
  },
  // Same day.
  {
    id: 'weight',
    rule: 'One weight trigger (more than 2 kilograms in about 3 days), and the number of the team counts.',
    place: 'same-day',
    must: [
      /more than 2 kilograms in about 3 days/i,
      /team gave you another number, (?:theirs counts|use theirs)/i,
    ],
    mustNot: [
      {
        pattern: /kilograms in a (?:day|week)/i,
        example: 'Your weight goes up by more than 1 to 1.5 kilograms in a day.',
      },
    ],
  },
  {
    id: 'heartbeat-alone',
    rule: 'A fast or uneven heartbeat without other signs is told the same day.',
    place: 'same-day',
    must: [/heartbeat is newly fast or uneven/i],
  },
  {
    id: 'sick-day',
    rule: 'Vomiting, diarrhoea or fever with heart tablets: the same day.',
    place: 'same-day',
    must: [/vomit[^.]*diarrhoea[^.]*fever/i],
  },
  {
    id: 'ketoacidosis-first-signs',
    rule: 'Any one sign of ketoacidosis with a gliflozin needs medical advice at once (MHRA 2016: "if they develop any of these").',
    place: 'same-day',
    must: [
      /-gliflozin, get medical advice at once, day or night/i,
      /Do so too if you only feel sick or have belly pain/i,
    ],
  },
  {
    id: 'worse',
    rule: 'More breathlessness, swelling or pillows: the same day; worse still: the emergency number.',
    place: 'same-day',
    must: [/short of breath/i, /swelling/i, /pillows/i, /emergency number/i],
  },
  // Sick days say the same everywhere.
  ...(['section:living-with-it', 'option:medicines', 'option:carry-on-as-now'] as const).map((place) => ({
    id: `sick-day-${place.replace(':', '-')}`,
    rule: 'Sick days: call the same day, everywhere, with a plan made before.',
    place,
    must: [/same day/i, /vomit[^.]*diarrhoea[^.]*fever/i, /plan/i],
  })),
  {
    id: 'sick-day-no-waiting',
    rule: 'Nowhere is a sick person told to wait a day or two.',
    place: 'anywhere',
    must: [/same day/i],
    mustNot: [
      {
        pattern: /still unwell after \d+/i,
        example: 'If you are still unwell after 48 hours, seek advice.',
      },
    ],
  },
  // Comfort.
  {
    id: 'oxygen',
    rule: 'Oxygen at home: not shown to help when the level is normal; who was prescribed it does not stop alone.',
    place: 'option:comfort-care',
    must: [
      /oxygen level is normal[^.]*not been shown to help/i,
      /oxygen was prescribed[^.]*do not stop it by yourself/i,
    ],
    mustNot: [
      {
        pattern: /(?<!normal, )oxygen at home has not been shown to help/i,
        example: 'Oxygen at home has not been shown to help.',
      },
    ],
  },
  // Medicines.
  {
    id: 'arni-and-ace',
    rule: 'ARNI never with an ACE inhibitor; 36 hours between the two.',
    place: 'option:medicines',
    must: [/never take ARNI together with an ACE inhibitor/i, /36 hours/i],
  },
  {
    id: 'angioedema',
    rule: 'Swelling comes with ACE inhibitors too, is an emergency, and the tablets are never taken again.',
    place: 'option:medicines',
    must: [
      /ACE inhibitors and ARNI can make the face[^.]*swell\. This is an emergency/i,
      /made your face or throat swell, never take either again/i,
    ],
  },
  {
    id: 'arni-kidneys',
    rule: 'In our own figures ARNI strained the kidneys less often than an ACE inhibitor; blood tests still check.',
    place: 'option:medicines',
    must: [/strained the kidneys less often than an ACE inhibitor/i, /blood tests still check the kidneys/i],
    mustNot: [
      {
        pattern: /ARNI can[^.]*harm the kidneys/i,
        example: 'ARNI can lower blood pressure and harm the kidneys.',
      },
    ],
  },
  ...(['option:medicines', 'section:living-with-it'] as const).map((place) => ({
    id: `pregnancy-${place.replace(':', '-')}`,
    rule: 'Pregnancy: the tablets that are avoided are named.',
    place,
    must: [/ACE inhibitors, ARBs and ARNI can harm an unborn baby/i, /MRAs[^.]*gliflozins[^.]*avoided/i],
  })),
  {
    id: 'ketoacidosis-option',
    rule: 'The same signs of ketoacidosis where gliflozins are described.',
    place: 'option:medicines',
    must: [
      /ketoacidosis/i,
      /feel sick, or have belly pain, fast breathing, fruity breath or great sleepiness/i,
      /need help at once/i,
    ],
  },
  {
    id: 'do-not-stop',
    rule: 'Tablets are not stopped alone.',
    place: 'option:medicines',
    must: [/do not stop on your own/i],
  },
  {
    id: 'stent-blood-thinners',
    rule: 'Blood thinners after a stent are not stopped alone: a clot could block it.',
    place: 'option:planned-stent',
    must: [/do not stop the blood-thinning tablets on your own/i],
  },
  {
    id: 'emergency-stent-blood-thinners',
    rule: 'The same after an emergency stent.',
    place: 'option:emergency-stent',
    must: [/do not stop the blood-thinning tablets/i],
  },
  // Devices.
  {
    id: 'icd-waiting',
    rule: 'No ICD in the first 40 days after an attack nor before about 3 months of tablets: the heart can recover.',
    place: 'option:icd',
    must: [
      /not put in during the first 40 days after a heart attack/i,
      /nor is it put in before about 3 months on full tablets/i,
      /heart can recover/i,
    ],
  },
  {
    id: 'pump-alarm-option',
    rule: 'Pump alarm and cable where the pump is described.',
    place: 'option:lvad',
    must: [/alarm that does not stop[^.]*cable that is pulled out or bleeds, is an emergency/i],
  },
  {
    id: 'transplant-medicines',
    rule: 'Medicines against rejection are never stopped without advice.',
    place: 'option:transplant',
    must: [/never stop the medicines without advice/i],
  },
  // Whose numbers these are.
  {
    id: 'ef-50-tests',
    rule: 'People with an EF of 50 and more are told that the numbers are not theirs, and what was tested for them.',
    place: 'section:tests',
    must: [
      /tablets, planned stents, bypass, ICD and CRT come from people with a low EF/i,
      /EF is 50[^.]*or more, these numbers are not yours/i,
      /gliflozins/i,
      /finerenone/i,
    ],
  },
  {
    id: 'ef-50-medicines',
    rule: 'The same where medicines are described.',
    place: 'option:medicines',
    must: [/EF of 50[^.]*or more, our numbers are not yours/i],
  },
  {
    id: 'stiff-hearts',
    rule: 'People with a stiff heart recognise themselves in the first lines.',
    place: 'lead',
    must: [/too weak or too stiff/i, /too stiff to fill/i],
  },
  {
    id: 'cause-of-a-heart-attack',
    rule: 'A blocked artery causes the heart attack, not the other way round.',
    place: 'situation:after-heart-attack',
    must: [/blocked artery[^.]*causes a heart attack/i],
    mustNot: [
      {
        pattern: /heart attack blocks/i,
        example: 'A heart attack blocks an artery of the heart.',
      },
    ],
  },
]
