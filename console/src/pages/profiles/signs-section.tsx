import { symptomRules } from '@qunfang/client/rules'
import { useTranslation } from 'react-i18next'
import { Box, ChecksBox, NumberBox, NumberInput, type Options, SelectBox } from './boxes.tsx'
import { useEditing } from './editing.ts'
import styles from './profiles.module.css'
import { said } from './queries.ts'
import { SectionCard, useNamed } from './section-card.tsx'

const sites = ['axillary', 'forehead', 'ear', 'wrist'] as const

const NO_FEVER = 'none'

function FeverBoxes() {
  const { t } = useTranslation()
  const { body, put } = useEditing()
  const { fever } = body
  const how = t('profiles.of', { of: t('profiles.fields.fever'), what: t('profiles.group.comparison') })
  const change = (comparison: string) =>
    put('fever', comparison === NO_FEVER ? null : { thresholdC: 37.3, site: 'axillary', ...fever, comparison })
  const siteNames: Options = sites.map((site) => [site, t(`words.site.${site}`)])
  return (
    <>
      <Box path="fever" label={how}>
        <select aria-label={how} value={fever?.comparison ?? NO_FEVER} onChange={(event) => change(event.target.value)}>
          <option value=">">{t('profiles.group.above')} (&gt;)</option>
          <option value=">=">{t('profiles.group.from')} (≥)</option>
          <option value={NO_FEVER}>{t('profiles.noFever')}</option>
        </select>
      </Box>
      {fever && (
        <>
          <NumberBox path="fever.thresholdC" label={t('profiles.group.threshold')} step={0.1} needed />
          <SelectBox path="fever.site" label={t('profiles.group.site')} options={siteNames} />
          <Box path="fever.bySite" label={t('profiles.group.otherSites')} wide>
            <span className={styles.boxes}>
              {siteNames
                .filter(([site]) => site !== fever.site)
                .map(([site, name]) => (
                  <span key={site}>
                    {name}{' '}
                    <NumberInput
                      label={name}
                      step={0.1}
                      value={fever.bySite?.[site as 'ear']}
                      onChange={(degrees) => put(`fever.bySite.${site}`, degrees)}
                    />
                  </span>
                ))}
            </span>
          </Box>
        </>
      )}
    </>
  )
}

export function SignsSection() {
  const named = useNamed()
  const options: Options = symptomRules.symptoms.map((symptom) => [symptom.code, said(symptom)])
  return (
    <SectionCard section="signs">
      <FeverBoxes />
      <ChecksBox {...named('symptomCodes')} options={options} wide />
    </SectionCard>
  )
}
