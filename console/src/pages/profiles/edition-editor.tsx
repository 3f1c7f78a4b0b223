import { figureRules } from '@qunfang/client/rules'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { newId } from '../../new-id.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { CasesSection } from './case-section.tsx'
import { type Editing, EditingProvider, withPath } from './editing.ts'
import {
  ClocksSection,
  InfectionSection,
  ObservationSection,
  SecondarySection,
  TestsSection,
} from './figure-sections.tsx'
import { OtherSection } from './other-section.tsx'
import styles from './profiles.module.css'
import type { Edition } from './queries.ts'
import { isMarked, places, type RowKey } from './said.ts'
import { SignsSection } from './signs-section.tsx'

interface Words {
  zh: string
  en: string
}

function NameFields({ words, onChange }: { words: Words; onChange(words: Words): void }) {
  const { t } = useTranslation()
  return (
    <Card>
      <div className={styles.fields}>
        {(['zh', 'en'] as const).map((one) => (
          <label key={one} className={styles.field}>
            {t(one === 'zh' ? 'profiles.nameZh' : 'profiles.nameEn')}
            <input
              value={words[one]}
              maxLength={100}
              onChange={(event) => onChange({ ...words, [one]: event.target.value })}
            />
          </label>
        ))}
      </div>
    </Card>
  )
}

/** What no source stated exactly; whoever has held it against the document takes the mark off. */
function UncertainFields({ editing: { body, put } }: { editing: Editing }) {
  const { t } = useTranslation()
  const marks = body.uncertain ?? []
  if (marks.length === 0) return null
  const nameOf = (mark: string) => {
    if (mark.startsWith('valid')) return t('profiles.validity')
    const key = (Object.keys(places) as RowKey[]).find((one) => isMarked(mark, [places[one][1]]))
    return key ? t(`profiles.fields.${key}`) : mark
  }
  return (
    <Card title={t('profiles.fields.uncertain')}>
      <p className="small muted">{t('profiles.uncertainAbout')}</p>
      <span className={styles.boxes}>
        {marks.map((mark) => (
          <label key={mark}>
            <input
              type="checkbox"
              checked
              onChange={() => {
                const rest = marks.filter((one) => one !== mark)
                put('uncertain', rest.length > 0 ? rest : undefined)
              }}
            />{' '}
            {nameOf(mark)}
          </label>
        ))}
      </span>
    </Card>
  )
}

/** A draft in a form; what no plan can mean is said beside the field before it is sent. */
export function EditionEditor({ edition, onClose }: { edition: Edition; onClose(): void }) {
  const { t } = useTranslation()
  const { code, version } = edition
  const seen = version ?? 1
  const [words, setWords] = useState<Words>({ zh: edition.zh, en: edition.en })
  const [body, setBody] = useState(edition.body)
  const wrong = useMemo(() => figureRules.impossibleIn(body), [body])
  const save = useOperation(
    () =>
      answer(
        api.POST('/cases/editions/{code}/texts', {
          params: { path: { code } },
          body: { id: newId(), seen, ...words, body: body as never },
        }),
      ),
    { touches: [['editions'], ['edition', code]], onDone: onClose },
  )
  const editing: Editing = { body, wrong, put: (path, value) => setBody((now) => withPath(now, path, value)) }
  return (
    <EditingProvider value={editing}>
      <div className={styles.editor}>
        <NameFields words={words} onChange={setWords} />
        <SignsSection />
        <InfectionSection />
        <ObservationSection />
        <TestsSection />
        <SecondarySection />
        <CasesSection />
        <ClocksSection />
        <OtherSection />
        <UncertainFields editing={editing} />
        {save.refusal ? <ProblemNotice error={save.refusal} /> : null}
        <div className={styles.foot}>
          <Button type="primary" loading={save.busy} disabled={wrong.length > 0} onClick={() => save.send(undefined)}>
            {t('profiles.save', { version: seen + 1 })}
          </Button>
          <Button onClick={onClose}>{t('forms.cancel')}</Button>
          <output aria-live="polite">
            {wrong.length > 0 && <Tag tone="alarm">{t('profiles.mended', { count: wrong.length })}</Tag>}
          </output>
        </div>
      </div>
    </EditingProvider>
  )
}
