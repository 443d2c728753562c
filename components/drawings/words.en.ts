import type { Drawing } from '@/lib/journey/schema'

/** The words of one drawing. A line break inside a label is a line break in the picture. */
export type DrawingWords<Label extends string = string> = {
  /** Names the drawing. */
  title: string
  /** All that the picture says, for a person who does not see it. */
  alt: string
  /** One or two sentences under the picture. */
  caption: string
  labels: Record<Label, string>
}

/** English words of the drawings: reading grade 6 at the most, no digits. Left and right are the person's own. */
export const drawingWords = {
  heart: {
    title: 'The heart and the way blood flows',
    alt: 'A heart with four rooms, seen from the front. Blood comes from the body into the upper right room. It goes down to the lower right room, which pumps it to the lungs. From the lungs it comes back to the upper left room. It goes down to the lower left room, which pumps it to the whole body. Here the lower left room is big and its wall is weak.',
    caption:
      'A heart that faces you: its left side is on your right. In many people with heart failure the lower left room is big and weak, as here. In others it is stiff.',
    labels: {
      fromBody: 'From\nthe body',
      toBody: 'To the body',
      toLungs: 'To the\nlungs',
      fromLungs: 'From\nthe lungs',
      weak: 'Lower left\nroom: big\nand weak',
    },
  },
  'blocked-artery-stent': {
    title: 'How a stent opens an artery',
    alt: 'The same artery, cut open along its length, at three times. First, fatty plaque on both walls leaves only a narrow gap, and little blood gets past. Next, a balloon inside a mesh tube is blown up and presses the plaque to the walls. Last, the balloon is gone. The mesh tube, the stent, stays and holds the artery open, so more blood gets past.',
    caption: 'The balloon comes out again. The mesh tube, called a stent, stays in for good.',
    labels: {
      before: 'Narrow artery',
      during: 'Balloon opens the mesh',
      after: 'Mesh stays and holds it open',
      plaque: 'Fatty plaque',
      blood: 'Blood',
      less: 'Less blood',
      more: 'More blood',
    },
  },
  bypass: {
    title: 'How a bypass leads blood around a block',
    alt: 'The outside of a heart, seen from the front. The main artery leaves at the top. Small arteries run from it over the heart. One of them is blocked. A new vessel runs from the main artery to a place past the block, so blood can reach the heart muscle again.',
    caption:
      'The new vessel is one of your own. It is taken from your chest, leg or arm. Some people need more than one.',
    labels: {
      main: 'Main artery',
      graft: 'New vessel',
      block: 'Block',
      artery: 'Heart\nartery',
    },
  },
  icd: {
    title: 'Where an ICD sits',
    alt: 'The upper body of a person who faces you. A small box lies under the skin, below the left collarbone. One wire runs from the box through a vein into the heart. Its tip is in the lower right room.',
    caption: 'The box watches each heartbeat. It can give a shock if the beat becomes dangerous.',
    labels: {
      bone: 'Collarbone',
      box: 'Small box\nunder\nthe skin',
      wire: 'Wire into\nthe heart',
      heart: 'Heart',
      tip: 'Tip in the lower right room',
    },
  },
  crt: {
    title: 'Where a CRT device sits',
    alt: 'The upper body of a person who faces you. A small box lies under the skin, below the left collarbone. Two wires run from it through a vein to the heart. One ends in the lower right room. The other runs behind the heart and ends on the outside of the lower left room.',
    caption:
      'The two wires help both lower rooms squeeze together. Many people have one more wire, to the upper right room.',
    labels: {
      bone: 'Collarbone',
      box: 'Small box\nunder\nthe skin',
      left: 'Wire to the\nlower left\nroom',
      right: 'Wire to the lower right room',
    },
  },
  'mitral-clip': {
    title: 'How a clip helps a leaky valve',
    alt: 'A heart valve with two flaps, between the two left rooms of the heart. Before: the flaps do not meet when the heart squeezes, and a lot of blood leaks back up. After: a clip holds the two flaps together in the middle, and much less leaks back. A view from above shows an opening on each side of the clip, where blood still goes down.',
    caption:
      'The valve is a door between the two left rooms. The clip holds its two flaps together in the middle.',
    labels: {
      before: 'Before',
      after: 'After',
      upper: 'Upper room',
      lower: 'Lower room',
      leak: 'Leak',
      less: 'Less leak',
      flap: 'Flap',
      clip: 'Clip',
      above: 'From above',
      through: 'Blood still goes\ndown on both\nsides of the clip',
    },
  },
  'heart-pump': {
    title: 'How a heart pump is worn',
    alt: 'A person who faces you. A pump sits at the lower tip of the heart. A tube takes blood from the pump up to the main artery. A cable runs from the pump and comes out through the skin of the belly. Outside the body it joins a small controller. Two batteries are joined to the controller.',
    caption: 'The pump does part of the work of the left side of the heart. Your own heart stays in place.',
    labels: {
      tube: 'Tube to the\nmain artery',
      heart: 'Heart',
      pump: 'Pump',
      cable: 'Cable comes\nout through\nthe skin',
      controller: 'Controller',
      batteries: 'Two\nbatteries',
    },
  },
  liver: {
    title: 'Where the liver is and what it is joined to',
    alt: 'The liver lies on the right side of the body, just under the ribs. A big vein brings blood from the gut into the liver. Blood leaves the liver at the top and goes to the heart. Bile flows from the liver down a thin tube into the gut.',
    caption:
      'Blood from the gut goes through the liver first. The liver also makes bile, which helps you digest fat.',
    labels: {
      place: 'Under your\nright ribs',
      liver: 'Liver',
      blood: 'Blood from\nthe gut',
      bile: 'Bile to\nthe gut',
      gut: 'Gut',
      heart: 'Blood to\nthe heart',
    },
  },
  'artificial-liver': {
    title: 'How a machine cleans the blood',
    alt: 'A person with a soft tube in a vein of the neck. Blood runs from the tube through a pump to a filter, and back to the person. There are two kinds of filter. In plasma exchange, the old plasma is taken out, and donated plasma or albumin goes in. In albumin dialysis, harmful things cross a thin wall into a fluid with albumin, and the blood does not mix with the fluid.',
    caption:
      'Blood leaves through a tube in a big vein, is cleaned and comes back. The machine helps for a time. It cannot replace a liver for good.',
    labels: {
      out: 'Blood out',
      back: 'Blood back',
      line: 'Tube in\na vein',
      pump: 'Pump',
      filter: 'Filter',
      exchange: 'Plasma exchange',
      dialysis: 'Albumin dialysis',
      oldPlasma: 'Old plasma\nout',
      newPlasma: 'Donated\nplasma or\nalbumin in',
      cross: 'Harmful\nthings cross\nover',
      fluid: 'Fluid with\nalbumin',
      kinds: 'Two kinds of filter:',
      blood: 'Blood',
    },
  },
} satisfies Record<Drawing, DrawingWords>
