import { useTranslation } from 'react-i18next'
import styles from './publicity.module.css'
import type { PieceText } from './queries.ts'

export function TextOf({ text }: { text: PieceText }) {
  const { t } = useTranslation()
  const list = (items: readonly string[]) => (
    <ol>
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ol>
  )
  return (
    <div className={styles.text} lang={text.lang}>
      {(text.blocks ?? []).map((block, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text that is shown does not move
        <div key={nth}>
          {block.kind === 'heading' && <h3>{block.text}</h3>}
          {block.kind === 'paragraph' && <p>{block.text}</p>}
          {block.kind === 'list' && list(block.items)}
        </div>
      ))}
      {(['duties', 'rights'] as const).map(
        (part) =>
          (text[part] ?? []).length > 0 && (
            <div key={part}>
              <h3>{t(`publicity.${part}`)}</h3>
              {list(text[part] ?? [])}
            </div>
          ),
      )}
    </div>
  )
}
