import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answer, api } from '../../api.ts'
import { language } from '../../i18n/i18n.ts'
import { Views } from '../../ui/filters.tsx'
import styles from './cases.module.css'
import { EntryDialog } from './entry-dialog.tsx'
import type { CaseFile } from './queries.ts'

type Word = 'yes' | 'no' | 'unknown'

/** Each item of the edition's rule: there, not there, or left as it was. */
export function EvidenceDialog({ file, onClose }: { file: CaseFile; onClose(): void }) {
  const { t } = useTranslation()
  const [said, setSaid] = useState<Record<string, Word>>({})
  const { history = [], findings = [] } = file.explanation ?? {}
  const wordOf = (present: boolean | null): Word => (present === null ? 'unknown' : present ? 'yes' : 'no')
  const words: [Word, string][] = [
    ['yes', t('caseFile.yes')],
    ['no', t('caseFile.no')],
    ['unknown', t('caseFile.unknown')],
  ]
  const answers = Object.entries(said).flatMap(([code, word]) =>
    word === 'unknown' ? [] : [{ code, present: word === 'yes' }],
  )
  return (
    <EntryDialog
      caseId={file.id}
      form="case-evidence"
      title={t('caseFile.ask')}
      send={(entry) =>
        answer(
          api.POST('/cases/{caseId}/evidence', { params: { path: { caseId: file.id } }, body: { ...entry, answers } }),
        )
      }
      onClose={onClose}
    >
      {[
        { title: t('caseFile.history'), items: history },
        { title: t('caseFile.findings'), items: findings },
      ].map(({ title, items }) =>
        items.length === 0 ? null : (
          <fieldset key={title} className={styles.asked}>
            <legend>{title}</legend>
            {items.map(({ code, present, from, ...names }) => (
              <div key={code} className={styles.askedItem}>
                <span>{names[language()]}</span>
                <Views<Word>
                  label={names[language()]}
                  value={said[code] ?? wordOf(from === 'said' ? present : null)}
                  options={words}
                  onChange={(word) => setSaid((before) => ({ ...before, [code]: word }))}
                />
              </div>
            ))}
          </fieldset>
        ),
      )}
    </EntryDialog>
  )
}
