import { useTranslation } from 'react-i18next'
import { Box, ChecksBox, DaysBox, NumberBox, RangeBox, SelectBox } from './boxes.tsx'
import { useEditing } from './editing.ts'
import { SectionCard, useNamed } from './section-card.tsx'

export function InfectionSection() {
  const { t } = useTranslation()
  const named = useNamed()
  return (
    <SectionCard section="infection">
      <SelectBox
        {...named('anchor')}
        options={(['last-exposure', 'rash'] as const).map((one) => [one, t(`profiles.anchors.${one}`)])}
      />
      <RangeBox {...named('incubationDays')} unit="days" empty={null} />
      <RangeBox {...named('typicalDays')} unit="days" />
      <RangeBox {...named('extremeDays')} unit="days" />
      <RangeBox {...named('infectiousDays')} unit="days" />
      <NumberBox {...named('lookbackDays')} unit="days" />
      <NumberBox {...named('serialIntervalMean')} unit="days" step={0.1} />
      <NumberBox {...named('serialIntervalSd')} unit="days" step={0.1} />
    </SectionCard>
  )
}

const MODE_RULE = 'before-onset-home-after-onset-central'

export function ObservationSection() {
  const { t } = useTranslation()
  const named = useNamed()
  return (
    <SectionCard section="observation">
      <NumberBox {...named('observationDays')} unit="days" needed />
      <NumberBox {...named('checksPerDay')} unit="aDay" needed />
      <SelectBox
        {...named('contacts')}
        options={(['all', 'susceptible', 'none'] as const).map((one) => [one, t(`profiles.contactsOf.${one}`)])}
      />
      <ChecksBox
        {...named('modes')}
        empty={[]}
        options={(['central', 'home'] as const).map((one) => [one, t(`profiles.mode.${one}`)])}
      />
      <SelectBox
        {...named('modeRule')}
        none={t('profiles.group.none')}
        options={[[MODE_RULE, t('profiles.modeRuleText')]]}
      />
      <NumberBox {...named('monitoringDays')} unit="days" needed />
      <SelectBox
        {...named('monitoringKind')}
        none={t('profiles.group.none')}
        options={(['home-monitoring', 'home-isolation'] as const).map((one) => [one, t(`profiles.monitoring.${one}`)])}
      />
    </SectionCard>
  )
}

export function TestsSection() {
  const named = useNamed()
  return (
    <SectionCard section="tests">
      <DaysBox {...named('testsCentral')} />
      <DaysBox {...named('testsHome')} />
      <DaysBox {...named('testsCaseHome')} />
    </SectionCard>
  )
}

export function SecondarySection() {
  const { t } = useTranslation()
  const named = useNamed()
  const { body, put } = useEditing()
  const { secondary } = body
  const is = typeof secondary === 'object' ? 'observed' : (secondary ?? '')
  const change = (how: string) =>
    put('secondary', how === 'observed' ? { days: 7, mode: 'home', testDays: [] } : how || undefined)
  return (
    <SectionCard section="secondary">
      <Box {...named('secondary')}>
        <select aria-label={named('secondary').label} value={is} onChange={(event) => change(event.target.value)}>
          <option value="">{t('profiles.group.none')}</option>
          {(['none', 'traced', 'observed'] as const).map((one) => (
            <option key={one} value={one}>
              {t(`profiles.secondaries.${one}`)}
            </option>
          ))}
        </select>
      </Box>
      {is === 'observed' && (
        <>
          <NumberBox path="secondary.days" label={t('profiles.fields.observationDays')} unit="days" needed />
          <SelectBox
            path="secondary.mode"
            label={t('profiles.fields.modes')}
            options={(['central', 'home'] as const).map((one) => [one, t(`profiles.mode.${one}`)])}
          />
          <DaysBox path="secondary.testDays" label={t('profiles.section.tests')} needed />
          <NumberBox path="secondary.primaryNegatives" label={t('profiles.group.primary')} />
        </>
      )}
    </SectionCard>
  )
}

export function ClocksSection() {
  const named = useNamed()
  const keys = [
    'reportSuspected',
    'reportConfirmed',
    'reportAsymptomatic',
    'reportInvestigation',
    'reportLaboratory',
    'laboratoryTransportHours',
  ] as const
  return (
    <SectionCard section="clocks">
      {keys.map((key) => (
        <NumberBox key={key} {...named(key)} unit="hours" />
      ))}
    </SectionCard>
  )
}
