import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Box, NumberBox, NumberInput, Wrongs } from './boxes.tsx'
import { replaced, useEditing, without } from './editing.ts'
import styles from './profiles.module.css'
import { type Body, said } from './queries.ts'
import { WordsBox } from './said-boxes.tsx'
import { SectionCard } from './section-card.tsx'
import { TermsBox } from './terms-box.tsx'

type Rule = NonNullable<Body['caseRule']>
type Term = Rule['history'][number]
type Way = Rule['suspected'][number]

function Combinations({ way, findings, onChange }: { way: Way; findings: readonly Term[]; onChange(way: Way): void }) {
  const { t } = useTranslation()
  const sets = way.anyOf ?? []
  const put = (next: string[][]) => {
    const { anyOf: _, ...counts } = way
    onChange(next.length > 0 ? { ...counts, anyOf: next } : counts)
  }
  return (
    <>
      {sets.map((set, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a combination has no name of its own
        <fieldset key={nth} className={styles.field}>
          <legend>{t('profiles.group.combination')}</legend>
          <span className={styles.boxes}>
            {findings.map((finding) => (
              <label key={finding.code}>
                <input
                  type="checkbox"
                  checked={set.includes(finding.code)}
                  onChange={(event) =>
                    put(
                      replaced(
                        sets,
                        nth,
                        event.target.checked ? [...set, finding.code] : set.filter((code) => code !== finding.code),
                      ),
                    )
                  }
                />{' '}
                {said(finding)}
              </label>
            ))}
            <Button size="small" danger type="text" onClick={() => put(without(sets, nth))}>
              {t('profiles.group.remove')}
            </Button>
          </span>
        </fieldset>
      ))}
      <span>
        <Button size="small" onClick={() => put([...sets, []])}>
          {t('profiles.group.addCombination')}
        </Button>
      </span>
    </>
  )
}

/** Each way by which somebody becomes a suspected case. */
function WaysBox() {
  const { t } = useTranslation()
  const { body, put } = useEditing()
  const { findings = [], suspected = [] } = body.caseRule ?? {}
  const path = 'caseRule.suspected'
  const label = t('profiles.fields.suspected')
  return (
    <Box path={path} label={label} wide>
      {suspected.map((way, nth) => {
        const change = (next: Way) => put(path, replaced(suspected, nth, next))
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a way has no name of its own
          <div key={nth} className={styles.way}>
            <span className={styles.boxes}>
              {(['history', 'findings'] as const).map((what) => (
                <span key={what}>
                  {t(`profiles.group.${what}Count`)}{' '}
                  <NumberInput
                    label={t('profiles.of', { of: `${label} ${nth + 1}`, what: t(`profiles.group.${what}Count`) })}
                    value={way[what]}
                    onChange={(count = 0) => change({ ...way, [what]: count })}
                  />
                </span>
              ))}
              <Button size="small" danger type="text" onClick={() => put(path, without(suspected, nth))}>
                {t('profiles.group.remove')}
              </Button>
            </span>
            <Combinations way={way} findings={findings} onChange={change} />
            <Wrongs path={`${path}.${nth}`} />
          </div>
        )
      })}
      <span>
        <Button size="small" onClick={() => put(path, [...suspected, { history: 1, findings: 1 }])}>
          {t('profiles.group.addWay')}
        </Button>
      </span>
    </Box>
  )
}

function ExclusionBoxes() {
  const { t } = useTranslation()
  const { body, put } = useEditing()
  const { exclusion } = body
  const label = t('profiles.of', { of: t('profiles.fields.exclusion'), what: t('profiles.group.negatives') })
  return (
    <>
      <Box path="exclusion.negatives" label={label}>
        <NumberInput
          label={label}
          value={exclusion?.negatives}
          onChange={(negatives) =>
            put('exclusion', negatives === undefined ? undefined : { gapHours: 24, ...exclusion, negatives })
          }
        />
      </Box>
      {exclusion && (
        <>
          <NumberBox path="exclusion.gapHours" label={t('profiles.group.gapHours')} needed />
          <NumberBox path="exclusion.antibodyNegativeDay" label={t('profiles.group.antibodyNegativeDay')} />
        </>
      )}
    </>
  )
}

function ReleasedBox() {
  const { t } = useTranslation()
  const { body, put } = useEditing()
  const path = 'contactsReleasedWhenExcluded'
  const label = t(`profiles.fields.${path}`)
  const value = body.contactsReleasedWhenExcluded
  return (
    <Box path={path} label={label}>
      <select
        aria-label={label}
        value={value === undefined ? '' : String(value)}
        onChange={(event) => put(path, event.target.value === '' ? undefined : event.target.value === 'true')}
      >
        <option value="">{t('profiles.group.none')}</option>
        <option value="true">{t('profiles.yes')}</option>
        <option value="false">{t('profiles.no')}</option>
      </select>
    </Box>
  )
}

export function CasesSection() {
  const { t } = useTranslation()
  return (
    <SectionCard section="cases">
      <TermsBox name="history" />
      <NumberBox path="caseRule.historyDays" label={t('profiles.fields.historyDays')} unit="days" />
      <TermsBox name="findings" />
      <WaysBox />
      <TermsBox name="confirmed" />
      <ExclusionBoxes />
      <ReleasedBox />
      <WordsBox path="symptoms" label={t('profiles.fields.symptoms')} />
      <WordsBox path="release" label={t('profiles.fields.release')} />
    </SectionCard>
  )
}
