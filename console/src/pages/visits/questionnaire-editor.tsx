import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { useOperation } from '../../ui/operation.ts'
import { Card } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tag } from '../../ui/tag.tsx'
import { freeLinkId, moved, whole } from './editing.ts'
import type { Draft, Question } from './queries.ts'
import { QuestionFields } from './question-fields.tsx'
import styles from './questionnaire.module.css'

interface EditorProps {
  draft: Draft
  onClose(): void
  onSaved(saved: { key: string; version: number }): void
}

interface Heading {
  key: string
  zh: string
  en: string
}

/** What is saved is a version of its own; until then nothing is lost and nothing asked. */
export function QuestionnaireEditor({ draft, onClose, onSaved }: EditorProps) {
  const { t } = useTranslation()
  const { version } = draft
  const [heading, setHeading] = useState<Heading>({ key: draft.key, zh: draft.zh, en: draft.en ?? '' })
  const [questions, setQuestions] = useState<Question[]>(() => draft.questions.map(whole))
  const save = useOperation(
    () => {
      const { key, zh, en } = heading
      const body = { key, version, zh, en: en.trim() || null, questions }
      return answer(api.POST('/visits/questionnaires', { body }))
    },
    { touches: [['questionnaires'], ['questionnaire']], onDone: onSaved },
  )
  const change = (linkId: string, next: Question) =>
    setQuestions((all) => all.map((one) => (one.linkId === linkId ? next : one)))
  const add = () =>
    setQuestions((all) => [...all, whole({ linkId: freeLinkId(all), zh: '', kind: 'yes-no', asked: 'person' })])
  const field = (name: keyof Heading, more: { maxLength: number; disabled?: boolean }) => (
    <label className={styles.field}>
      {t(`questionnaires.${name}`)}
      <input
        value={heading[name]}
        onChange={(event) => setHeading({ ...heading, [name]: event.target.value })}
        {...more}
      />
    </label>
  )
  return (
    <div className={styles.editor}>
      <Card title={<Tag tone="caution">{t('questionnaires.asOf')}</Tag>}>
        <div className={styles.fields}>
          {field('key', { maxLength: 39, disabled: version > 1 })}
          {field('zh', { maxLength: 100 })}
          {field('en', { maxLength: 100 })}
        </div>
        {version === 1 && <p className="small muted">{t('questionnaires.keyHint')}</p>}
      </Card>
      {questions.map((question, nth) => (
        <QuestionFields
          // A link id is typed letter by letter; the place is what stays the same meanwhile.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={nth}
          question={question}
          all={questions}
          onChange={(next) => change(question.linkId, next)}
          onMove={(by) => setQuestions((all) => moved(all, question.linkId, by))}
          onRemove={() => setQuestions((all) => all.filter((one) => one.linkId !== question.linkId))}
        />
      ))}
      {save.refusal ? <ProblemNotice error={save.refusal} /> : null}
      <div className="row">
        <Button onClick={add}>{t('questionnaires.addQuestion')}</Button>
        <Button type="primary" loading={save.busy} onClick={() => save.send(undefined)}>
          {t('questionnaires.save', { version })}
        </Button>
        <Button onClick={onClose}>{t('questionnaires.cancel')}</Button>
      </div>
    </div>
  )
}
