/** Two people read one page by the light of a lantern: the picture of the first page. */
export function HomeScene() {
  return (
    <svg className="sketch scene" viewBox="0 0 360 230" aria-hidden="true" focusable="false">
      <circle className="g" cx="180" cy="120" r="104" />
      <path className="s" d="M44 194c-2-46 8-64 46-68 34 2 46 22 48 68z" />
      <path className="t" d="M62 132c8 16 42 18 56 2 8 4 14 12 17 22-24 14-66 14-88-2 2-10 8-18 15-22z" />
      <path className="s" d="M90 60c20 0 28 14 27 30-1 18-12 31-27 31S64 108 63 90c-1-16 7-30 27-30z" />
      <path className="kf2" d="M62 92c-6-28 8-42 28-42 20 0 32 14 28 40-4-14-12-20-20-24-12 8-26 8-36 26z" />
      <circle className="kf2" cx="72" cy="50" r="12" />
      <circle cx="87" cy="92" r="6.5" />
      <circle cx="106" cy="92" r="6.5" />
      <path d="M93.5 92h6M80 91l-14-3M90 107c4 4 10 4 14 0" />
      <path className="s" d="M222 194c2-44 12-66 48-68 38 2 48 24 48 68z" />
      <path d="M250 128c6 10 32 12 40 0" />
      <path className="s" d="M270 56c18 0 27 12 27 32 0 20-11 33-27 33s-27-13-27-33c0-20 9-32 27-32z" />
      <path
        className="kf3"
        d="M242 90c-6-30 8-46 30-46 22 0 34 18 26 46-2-10-6-16-12-20-12 4-28 0-36-4-4 6-7 14-8 24z"
      />
      <path d="M257 90v.01M278 90v.01" strokeWidth="5" />
      <path d="M258 105c4 4 12 4 16 0" />
      <path className="s" d="M28 194h304v12H28zM52 206v22M308 206v22" />
      <path className="s" d="m118 178 40-6 8 22h-42z" />
      <path d="m130 182 22-3M133 188l24-3" strokeWidth="1.5" />
      <path className="s" d="M110 170c6-2 12 2 14 8l-10 10M212 194c0-8 6-14 14-16" />
      <path d="M174 92a10 10 0 0 1 20 0" />
      <path className="s" d="m168 104 6-12h20l6 12z" />
      <path className="l" d="M166 104h36l6 82h-48z" />
      <path className="s" d="M158 186h52v8h-52z" />
      <path d="M176 104l-3 82M192 104l3 82" strokeWidth="1.5" />
      <path className="fl" d="M184 128c10 14 12 20 12 28a12 12 0 0 1-24 0c0-8 8-14 12-28z" />
      <path className="s" d="M228 176h20v12c0 4-3 6-6 6h-8c-3 0-6-2-6-6z" />
      <path d="M248 180c8-2 8 8 0 8M234 170c3-3-2-5 1-8M241 170c3-3-2-5 1-8" />
    </svg>
  )
}
