const drawings = {
  overview: 'M4 13h6V4H4zM14 20h6v-9h-6zM4 20h6v-3H4zM14 7h6V4h-6z',
  board: 'M3 4.5h18v12H3zM9 20.5h6M12 16.5v4M6.5 13v-3M10 13V8M13.5 13v-2M17 13V7.5',
  command: 'M4 20V4M4 5h13l-3 4 3 4H4',
  inspections: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.5 15.5 21 21M7.5 10.5l2.2 2.2 4-4.2',
  documents: 'M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 15.5h7M9 8.5h2',
  measures: 'M4 5h4v4H4zM4 14h4v4H4zM11 7h9M11 16h9M4.8 7.2l1 1 2-2.2',
  decisions: 'M12 4v16M5 20h14M6 8h12M6 8l-2.5 6h5zM18 8l-2.5 6h5z',
  requests: 'M4 8h16v12H4zM8 8V5h8v3M12 11v6M9.5 14.5 12 17l2.5-2.5',
  cover: 'M4 20V4M4 20h16M7 8l4 3 3 2 6 4M14 13l6 1M14 13l6 7',
  supplies: 'M12 3l8 4.2v9.6L12 21l-8-4.2V7.2zM4 7.2l8 4.3 8-4.3M12 11.5V21M8 5.1l8 4.2',
  rumours: 'M4 5h16v11h-8l-5 4v-4H4zM12 13.6v.1M9.8 8.6a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .7-1 1.3',
  publicity: 'M4 10v4h3l8 4V6L7 10zM18 9.5a3.5 3.5 0 0 1 0 5M8 14.5 9.5 20H12l-1.2-4',
  loudspeakers: 'M12 21V11M8.5 21h7M5 4l7 3.2v3.6L5 14zM12 8h3M17.5 5.5a6 6 0 0 1 0 7M20 3.5a9 9 0 0 1 0 11',
  shops: 'M4 9l1.5-5h13L20 9M4 9v11h16V9M4 9h16M9 20v-6h6v6',
  gifts: 'M4 10h16v10H4zM12 10v10M3 7h18v3H3zM12 7c-2.5 0-4-1-4-2.3S9.5 3 12 7c2.5-4 4-3.6 4-2.3S14.500 7 12 7',
  funds: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18M8.5 7l3.5 5 3.5-5M12 12v5.5M9 12.8h6M9 15.3h6',
  checkpoints: 'M5 21V9l7-5 7 5v12M3 14h18M8 14l3-3M13 14l3-3',
  handOvers: 'M10 14.5V5a2 2 0 1 1 4 0v9.5a4 4 0 1 1-4 0M12 10v8',
  people:
    'M3 11.5 12 4l9 7.5M5.5 10v10h13V10M12 14.2a1.9 1.9 0 1 0 0-3.8 1.9 1.9 0 0 0 0 3.8M8.8 20c.2-2.3 1.2-3.6 3.2-3.6s3 1.3 3.2 3.6',
  cases: 'M9 4h6v3H9zM7 5H5v16h14V5h-2M12 10.5v5M9.5 13h5M9 18h6',
  exposures:
    'M12 13.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5M5 7.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4M19 7.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4M12 21a2 2 0 1 0 0-4 2 2 0 0 0 0 4M6.5 6.8 10 9.4M17.5 6.8 14 9.4M12 13.5V17',
  responsibility:
    'M12 7.5a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4M12 7.5V12M5.5 16v-1.5A2.5 2.5 0 0 1 8 12h8a2.5 2.5 0 0 1 2.5 2.5V16M5.5 20.4a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4M18.5 20.4a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4M12 12v4M12 20.4a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4',
  visits: 'M6 21V4.5L14 3v18M14 6h4v15M3.5 21h17M10.8 12.4h.1M16.5 2.5l1.2-1M19 4.5l1.6-.6M18.3 3.2',
  isolation: 'M4 11.5 12 5l8 6.5V20H4zM9.5 20v-5h5v5M2.5 3l19 18',
  readings: 'M9 14.5V5a2 2 0 1 1 4 0v9.5a4 4 0 1 1-4 0M11 9v7.5M16.5 5h4M16.5 8.5h2.5M16.5 12h4',
  lists: 'M5 4h14v16H5zM8.5 8.5h.1M8.5 12h.1M8.5 15.5h.1M11.5 8.5h4M11.5 12h4M11.5 15.5l1.3 1.3 2.7-2.8',
  profiles:
    'M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6M12 9V4.5M12 19.5V15M9.4 10.5 5.5 8.2M18.5 15.8l-3.9-2.3M14.6 10.5l3.9-2.3M5.5 15.8l3.9-2.3M10.5 4h3M10.5 20h3',
  sites:
    'M4 20V6h10v14M14 10h6v10M3 20h18M7 9.5h1M10.5 9.5h1M7 13h1M10.5 13h1M7 16.5h1M10.5 16.5h1M17 13.5v3M15.5 15h3',
  places: 'M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5',
  access:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M3 20c.5-4 2.6-6 6-6s5.5 2 6 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c1.8.9 2.8 2.8 3 5.5',
  workbooks: 'M4 4h16v16H4zM4 9.3h16M4 14.6h16M9.3 4v16',
  audit: 'M6 3h9l4 4v14H6zM14 3v5h5M9.5 12.5h6M9.5 16h6',
  retention: 'M7 3h10M7 21h10M8 3c0 5 8 6 8 9s-8 4-8 9M16 3c0 5-8 6-8 9s8 4 8 9',
  dailies: 'M5 5h14v15H5zM5 9.5h14M9 3v4M15 3v4M9 14.5l2 2 4-4',
  figures: 'M5 20v-7M10 20V6M15 20v-9M20 20V4M3 20h18',
  drills: 'M3 19c4 0 4-13 9-13s5 9 9 9M3 15c4 0 5-6 9-6s5 9 9 9M4 21h16',
  reports: 'M6 3h9l4 4v14H6zM14 3v5h5M9 17.5v-3M12 17.5v-6M15 17.5v-4',
  closures: 'M4 10h16v10H4zM3 10l2.5-6h13L21 10M9.5 13l5 4.5M14.5 13l-5 4.5',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6 6 18',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z',
} as const

export type IconName = keyof typeof drawings

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={drawings[name]} />
    </svg>
  )
}
