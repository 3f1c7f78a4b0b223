export const reproduction = {
  title: 'Effective reproduction number (Rt)',
  none: 'The reproduction number cannot be estimated yet',
  noneWhy: 'It takes confirmed cases with a day of onset, and a serial interval in the disease profile.',
  mean: 'Mean',
  unsettled: 'Recent: too low, not to be relied on',
  band: '95 % credible interval',
  one: 'One',
  axis: 'Rt (infected by each case)',
  windowEnds: 'Last day of the window, by onset',
  picture: 'The effective reproduction number with its 95 % interval, {{days}} days',
  asOf: 'As of {{at}}.',
  last: 'The week until {{day}}: Rt = {{mean}} ({{low}}–{{high}}).',
  growing: 'The whole interval lies above 1: it is growing.',
  shrinking: 'The whole interval lies below 1: it is shrinking.',
  unsure: 'The interval holds 1: whether it grows or shrinks cannot be said.',
  tooFew:
    'No number is given: there were at most {{most}} local cases in any week, and it takes {{fewest}}; with fewer the interval says nothing.',
  from: {
    pairs: 'Serial interval from {{pairs}} pairs of this county: mean {{mean}} days, deviation {{sd}}.',
    profile:
      'Serial interval as published, from the edition in force: mean {{mean}} days, deviation {{sd}} (this county has {{pairs}} pairs with dates; from {{fewest}} on its own is used).',
  },
  counted: '{{cases}} cases count, {{imported}} of them infected elsewhere, as sources only.',
  withoutOnset_one: '{{count}} more has no day of onset and is not counted.',
  withoutOnset_other: '{{count}} more have no day of onset and are not counted.',
  rule: 'Method: Cori and others (2013), a sliding window of {{windowDays}} days; nothing is said with fewer than {{fewest}} local cases in it. The serial interval is taken for known, so the true interval is wider.',
  delay:
    'Nine of ten cases are confirmed within {{days}} days of onset: from {{from}} on not all are known yet, the number is too low and is drawn apart.',
  delayUnknown:
    'Too few cases say how long confirmation takes after onset: the last days may be incomplete and the number too low.',
  why: {
    'too-early': 'too early: the first case is in the window',
    'too-few': 'too few: {{count}} in the window',
  },
  local: 'Local cases',
  imported: 'Infected elsewhere',
}
